package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.TSql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The only things that the look before the failback writes: each server backs up its {@code model}, which is tiny, to the share under a constant name,
 * the other one reads that file, and the backup's host gets the folder for copied log backups. T-SQL can't delete the files; the next probe overwrites
 * them. A probe that fails is an answer like any other.
 */
public final class WriteProbes {

    private static final int LOOKS = 3;
    private static final int PAUSE_SECONDS = 2;

    private final SqlSession primary;
    private final SqlSession backup;
    private final InspectionScope scope;
    private final String description;
    private final Pause pause;
    private final Map<Probe, Reading<String>> answers = new LinkedHashMap<>();

    /** What is tried. */
    public enum Probe {
        WRITTEN_BY_PRIMARY,
        WRITTEN_BY_BACKUP,
        READ_BY_PRIMARY,
        READ_BY_BACKUP,
        COPY_FOLDER
    }

    /**
     * Probes that have not been made yet.
     *
     * @param id tells the files of this run from those that an earlier one has left
     */
    public WriteProbes(SqlSession primary, SqlSession backup, InspectionScope scope, OperationId id, Pause pause) {
        this.primary = primary;
        this.backup = backup;
        this.scope = scope;
        this.description = HandOver.description(id, "preflight");
        this.pause = pause;
    }

    /** What the probes have come to; what was not tried is not in it. */
    public record Answers(Map<Probe, Reading<String>> all) {

        public Answers {
            all = Map.copyOf(all);
        }
    }

    /** What they have come to so far. */
    public Answers answers() {
        return new Answers(answers);
    }

    /** What will be tried, in order; a server that does not answer is not asked. */
    public List<PlannedAction> plan(BothServers seen) {
        boolean first = seen.primary().reached().present();
        boolean second = seen.backup().reached().present();
        UncPath byPrimary = file(seen.primary());
        UncPath byBackup = file(seen.backup());
        List<PlannedAction> actions = new ArrayList<>();
        if (first) {
            actions.add(write(Probe.WRITTEN_BY_PRIMARY, seen.primary(), primary, byPrimary));
        }
        if (second) {
            actions.add(write(Probe.WRITTEN_BY_BACKUP, seen.backup(), backup, byBackup));
        }
        if (first && second) {
            actions.add(read(Probe.READ_BY_BACKUP, seen.backup(), backup, byPrimary, Probe.WRITTEN_BY_PRIMARY));
            actions.add(read(Probe.READ_BY_PRIMARY, seen.primary(), primary, byBackup, Probe.WRITTEN_BY_BACKUP));
        }
        if (second) {
            String statement = LogShippingSql.createFolder(scope.copyDirectory());
            actions.add(new PlannedAction(
                    seen.backup().name(),
                    "make the folder " + scope.copyDirectory() + " unless it is there",
                    statement,
                    false,
                    answered(Probe.COPY_FOLDER, console -> {
                        backup.execute(statement, console);
                        return scope.copyDirectory() + " is there";
                    })));
        }
        return actions;
    }

    private UncPath file(InstanceFacts instance) {
        return UncPath.folder(scope.share()).resolve("pchat_probe_" + instance.name() + ".bak");
    }

    private PlannedAction write(Probe probe, InstanceFacts writer, SqlSession session, UncPath file) {
        String statement = TSql.backup(
                new TSql.Backup("model", file.value(), true, null, 50, null, null, "pchat write probe", description));
        return new PlannedAction(
                writer.name(),
                "write a probe to the share: a backup of model, which overwrites that of the last probe",
                statement,
                false,
                answered(probe, console -> {
                    session.execute(statement, console);
                    return "wrote " + file;
                }));
    }

    private PlannedAction read(Probe probe, InstanceFacts reader, SqlSession session, UncPath file, Probe written) {
        return new PlannedAction(
                reader.name(),
                "read the probe of the other server",
                TSql.headerOnly(file.value()),
                false,
                answered(probe, console -> {
                    if (!answers.get(written).present()) {
                        throw Failure.of(Failure.Code.SQL, "the other server has written no probe");
                    }
                    look(session, file);
                    return "reads " + file;
                }));
    }

    /** What one server has written the other may see a moment later. */
    private void look(SqlSession session, UncPath file) throws Failure, InterruptedException {
        for (int look = 1; ; look++) {
            try {
                if (session.query(TSql.headerOnly(file.value())).stream()
                        .anyMatch(row -> description.equals(row.text("BackupDescription")))) {
                    return;
                }
                throw Failure.of(
                                Failure.Code.SQL,
                                file + " is seen as an earlier probe, not as the one that was just written")
                        .next("Check that both servers mean the same share by that path.");
            } catch (Failure e) {
                if (look == LOOKS || e.code() != Failure.Code.SQL) {
                    throw e;
                }
            }
            pause.seconds(PAUSE_SECONDS);
        }
    }

    private interface Attempt {
        String make(Console console) throws Failure, InterruptedException;
    }

    private PlannedAction.Effect answered(Probe probe, Attempt attempt) {
        return console -> {
            Reading<String> answer = Reading.of(() -> attempt.make(console));
            answers.put(probe, answer);
            console.line(answer.present() ? answer.get() : answer.failure().what());
        };
    }
}
