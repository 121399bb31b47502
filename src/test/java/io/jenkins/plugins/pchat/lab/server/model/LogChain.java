package io.jenkins.plugins.pchat.lab.server.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The transaction log of a database: numbers for what is written, and the records that no log backup has taken yet. Log
 * sequence numbers are kept as long, which holds the seventeen digits that a database of the lab's size has; clients
 * see numeric(25,0).
 */
public final class LogChain {

    private static final long FIRST = 35_000_000_000_800_001L;
    private static final long STEP = 800_000L;

    private final List<LogRecord> records = new ArrayList<>();
    private final List<List<LogRecord>> captures = new ArrayList<>();
    private long next = FIRST;
    private long chainStart;
    private long databaseBackup;

    /** The number that the next record gets. */
    public long next() {
        return next;
    }

    /** Takes a number without a record, as a checkpoint does. */
    public long mark() {
        long lsn = next;
        next += STEP;
        return lsn;
    }

    /** Writes a record; it is kept only while a log backup could still need it. */
    public void write(LogRecord record) {
        LogRecord written = record.at(mark());
        if (hasChain()) {
            records.add(written);
        }
        captures.forEach(c -> c.add(written));
    }

    /**
     * From now on every record goes to the list too, until {@link #release}: a full backup takes what is written while
     * it runs.
     */
    public List<LogRecord> capture() {
        List<LogRecord> capture = new ArrayList<>();
        captures.add(capture);
        return capture;
    }

    public void release(List<LogRecord> capture) {
        captures.removeIf(c -> c == capture);
    }

    /** Whether a full backup has begun a chain of log backups; without one BACKUP LOG gives error 4214. */
    public boolean hasChain() {
        return chainStart > 0;
    }

    /** Where the next log backup begins. */
    public long chainStart() {
        return chainStart;
    }

    /** {@code DatabaseBackupLSN}: the checkpoint of the last full backup that wasn't copy-only. */
    public long databaseBackup() {
        return databaseBackup;
    }

    /** Records that the next log backup takes; error 3159 when a restore would lose them. */
    public List<LogRecord> tail() {
        return List.copyOf(records);
    }

    /**
     * A full backup that isn't copy-only has its checkpoint here; what was written since it began is the chain's when
     * there was none.
     */
    public void fullBackupTaken(long checkpoint, List<LogRecord> since) {
        databaseBackup = checkpoint;
        if (!hasChain()) {
            chainStart = checkpoint;
            records.addAll(since);
        }
    }

    /** A log backup has taken everything below a number. */
    public void truncate(long below) {
        records.removeIf(r -> r.lsn() < below);
        chainStart = below;
    }

    /** The recovery model became SIMPLE: the chain is broken. */
    public void breakChain() {
        chainStart = 0;
        records.clear();
    }

    /** The database was restored up to a number. */
    public void restored(long lsn, long checkpoint) {
        records.clear();
        next = Math.max(FIRST, lsn);
        chainStart = lsn;
        databaseBackup = checkpoint;
    }
}
