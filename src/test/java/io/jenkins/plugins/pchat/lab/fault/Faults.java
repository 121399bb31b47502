package io.jenkins.plugins.pchat.lab.fault;

import io.jenkins.plugins.pchat.lab.Journal;
import java.util.EnumSet;
import java.util.Set;

/** The faults that are armed now. The parts of the lab ask here at each moment where the fault could strike. */
public final class Faults {

    private final Journal journal;
    private final Set<Fault> armed = EnumSet.noneOf(Fault.class);
    private final Holds holds = new Holds();
    private volatile Moments moments = Moments.QUIET;

    public Faults(Journal journal) {
        this.journal = journal;
    }

    /** Where the lab stands still until it is let go. */
    public Holds holds() {
        return holds;
    }

    /** Who says what goes wrong at each moment. */
    public Moments moments() {
        return moments;
    }

    public void moments(Moments watcher) {
        moments = watcher;
    }

    public synchronized void arm(Fault fault) {
        armed.add(fault);
    }

    /** Takes a fault back that has not struck; false if there is none. */
    public synchronized boolean takeBack(Fault fault) {
        return armed.remove(fault);
    }

    public synchronized void disarm() {
        armed.clear();
    }

    /** Whether a lasting fault is in force: the share is gone, the service is stopped. */
    public synchronized boolean inForce(Fault fault) {
        return armed.contains(fault);
    }

    /** Whether a fault that happens once happens now; it is spent by that. */
    public synchronized boolean strikes(Fault fault, String where) {
        boolean strikes = armed.remove(fault);
        if (strikes) {
            journal.add(Journal.Kind.EVENT, where, "fault", fault.word());
        }
        return strikes;
    }
}
