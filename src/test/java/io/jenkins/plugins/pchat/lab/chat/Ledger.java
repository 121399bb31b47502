package io.jenkins.plugins.pchat.lab.chat;

import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives messages their numbers and remembers which of them a database has acknowledged: those are the ones that must
 * never be lost.
 */
public final class Ledger {

    private final AtomicLong last;
    private final BitSet acknowledged = new BitSet();

    /** @param present the messages 1 to this number are in the database already */
    public Ledger(int present) {
        last = new AtomicLong(present);
        acknowledged.set(1, present + 1);
    }

    long next() {
        return last.incrementAndGet();
    }

    synchronized void acknowledge(long message) {
        acknowledged.set(Math.toIntExact(message));
        notifyAll();
    }

    /** The numbers of the acknowledged messages. */
    public synchronized BitSet acknowledged() {
        return (BitSet) acknowledged.clone();
    }

    public synchronized int count() {
        return acknowledged.cardinality();
    }

    /** Waits until so many messages are acknowledged; false if that takes longer than the limit. */
    public synchronized boolean awaitCount(int wanted, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toMillis(); left > 0 && count() < wanted; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return count() >= wanted;
    }
}
