package io.jenkins.plugins.pchat.agent;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/** Keeps what a process writes, up to a limit; the rest is dropped, and it remembers that and tells it. */
final class BoundedOutput extends OutputStream {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int limit;
    private final CompletableFuture<Void> tooMuch;
    private boolean full;

    /** @param tooMuch completed when something was dropped */
    BoundedOutput(int limit, CompletableFuture<Void> tooMuch) {
        this.limit = limit;
        this.tooMuch = tooMuch;
    }

    @Override
    public synchronized void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int room = Math.min(length, limit - kept.size());
        kept.write(bytes, offset, room);
        if (room < length) {
            full = true;
            tooMuch.complete(null);
        }
    }

    synchronized boolean isFull() {
        return full;
    }

    synchronized byte[] bytes() {
        return kept.toByteArray();
    }
}
