package io.jenkins.plugins.pchat.audit;

import hudson.model.Cause;
import hudson.model.Run;
import io.jenkins.plugins.pchat.record.FailbackRecord;
import io.jenkins.plugins.pchat.record.RecordFile;
import io.jenkins.plugins.pchat.record.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The record of one build, in memory and in its file. It isn't in {@code build.xml}, which is written whole each time, and which an operation changes far
 * more often than the build does. Nothing here fails because of the file: a database that is being restored is worth more than its record.
 */
final class RunRecord {

    static final String FILE = "pchat-failback.json";
    static final String TICKET = "pchat-failback.txt";

    /** What changes all the time, such as percentages, is written this often. */
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Logger LOGGER = Logger.getLogger(RunRecord.class.getName());

    private final Run<?, ?> run;
    private final LongSupplier nanos;
    private FailbackRecord record;
    private String unreadable;
    private boolean written;
    private long lastWritten;
    private boolean warned;

    RunRecord(Run<?, ?> run) {
        this(run, System::nanoTime);
    }

    RunRecord(Run<?, ?> run, LongSupplier nanos) {
        this.run = run;
        this.nanos = nanos;
    }

    /** What the build has come to. What it left running when it ended has ended as well. */
    synchronized FailbackRecord get() {
        load();
        return run.isBuilding() || record.ended() != null
                ? record
                : record.closed(String.valueOf(run.getResult()), lastSeen(record), Messages.RunRecord_cut());
    }

    /** Why the file can't be read; null if it can, or if there is none yet. */
    synchronized String unreadable() {
        load();
        return unreadable;
    }

    /**
     * Changes the record.
     *
     * @param now whether the file is written at once, rather than when a second has gone by since the last time
     */
    synchronized void change(UnaryOperator<FailbackRecord> change, boolean now) {
        load();
        record = change.apply(record);
        if (now || !written || nanos.getAsLong() - lastWritten >= PAUSE_NANOS) {
            write();
        }
    }

    private void load() {
        if (record != null) {
            return;
        }
        try {
            if (Files.exists(path())) {
                record = RecordJson.read(Files.readString(path(), StandardCharsets.UTF_8));
                return;
            }
        } catch (IOException | IllegalArgumentException e) {
            unreadable = e.getMessage();
            LOGGER.log(Level.WARNING, e, () -> "The record " + path() + " can't be read");
        }
        record = FailbackRecord.begin(run.getFullDisplayName(), causes(), Instant.ofEpochMilli(run.getTimeInMillis()));
    }

    private String causes() {
        List<? extends Cause> causes = run.getCauses();
        return causes.isEmpty()
                ? null
                : causes.stream().map(Cause::getShortDescription).collect(Collectors.joining("; "));
    }

    private void write() {
        written = true;
        lastWritten = nanos.getAsLong();
        try {
            if (unreadable != null) {
                // Somebody may still want to know what is in it.
                Files.move(path(), path().resolveSibling(FILE + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
                unreadable = null;
            }
            RecordFile.write(path(), RecordJson.write(record));
        } catch (IOException e) {
            warn(e);
        }
    }

    private void warn(IOException e) {
        LOGGER.log(Level.WARNING, e, () -> "The record " + path() + " can't be written");
        if (!warned) {
            warned = true;
            BuildLog.line(run, Messages.RunRecord_notWritten(String.valueOf(e)));
        }
    }

    private Path path() {
        return run.getRootDir().toPath().resolve(FILE);
    }

    /** The last that was heard of a build whose end nobody has noted. */
    private static Instant lastSeen(FailbackRecord record) {
        return record.operations().stream()
                .flatMap(entry -> entry.ended() == null
                        ? entry.attempts().stream().map(attempt -> attempt.seen())
                        : List.of(entry.ended()).stream())
                .max(Instant::compareTo)
                .orElse(record.started());
    }
}
