package io.jenkins.plugins.pchat.lab;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Everything that was asked of the lab, in order: what a test believes about what ran, it believes because it stands here. */
public final class Journal {

    /** What an entry tells of. */
    public enum Kind {
        /** A batch or procedure call that only read. */
        READ,
        /** A batch or procedure call that could change something. */
        WRITE,
        /** A cmdlet that only read. */
        SHELL_READ,
        /** A cmdlet that changed something. */
        SHELL_WRITE,
        /** Something that the lab did by itself: a job ran, a fault struck, a login came. */
        EVENT
    }

    /**
     * One entry.
     *
     * @param where the server, as it names itself, or the pool
     * @param who the session's application name, or the account
     * @param text the batch, the call or the cmdlet, without secrets
     */
    public record Entry(LocalDateTime time, Kind kind, String where, String who, String text) {

        /** Whether a step changed something; what the chat servers and SQL Server Agent write is none of it. */
        public boolean isOfAStep() {
            return kind == Kind.SHELL_WRITE || kind == Kind.WRITE && who.startsWith("pchat-failback");
        }

        @Override
        public String toString() {
            return time + " " + kind + " " + where + " [" + who + "] " + text;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    public synchronized void add(Kind kind, String where, String who, String text) {
        entries.add(new Entry(LocalDateTime.now(), kind, where, who, text));
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The entries that match, in order. */
    public List<Entry> entries(Predicate<Entry> wanted) {
        return entries().stream().filter(wanted).toList();
    }
}
