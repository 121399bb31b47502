package io.jenkins.plugins.pchat.agent;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Keeps what a process writes, up to a limit; the rest is dropped, and it remembers that. */
final class BoundedOutput extends OutputStream {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int limit;
    private boolean full;

    BoundedOutput(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int room = Math.min(length, limit - kept.size());
        kept.write(bytes, offset, room);
        full |= room < length;
    }

    synchronized boolean isFull() {
        return full;
    }

    synchronized byte[] bytes() {
        return kept.toByteArray();
    }
}
