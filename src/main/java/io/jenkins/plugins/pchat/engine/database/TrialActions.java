package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Plan;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.TSql;
import io.jenkins.plugins.pchat.engine.sql.TrialSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a trial restore does, in order. Whatever goes wrong, it tries to leave nothing behind. */
final class TrialActions {

    /** The names of what is measured. */
    static final String VERIFY = "verifySeconds";

    static final String RESTORE = "restoreSeconds";
    static final String CHECK = "checkSeconds";

    private final TrialRestore.Request request;
    private final SqlSession session;
    private final TrialReader reader;
    private final Pause pause;
    private final TrialMeasures measures;
    private final TrialState seen;
    private final TrialDrop drop;
    private final String name;
    private final List<PlannedAction> actions = new ArrayList<>();

    TrialActions(
            TrialRestore.Request request,
            SqlSession session,
            TrialReader reader,
            Pause pause,
            TrialMeasures measures,
            TrialState seen) {
        this.request = request;
        this.session = session;
        this.reader = reader;
        this.pause = pause;
        this.measures = measures;
        this.seen = seen;
        this.name = seen.name();
        this.drop = new TrialDrop(session, seen.server(), request.database(), moves().values(), pause);
    }

    private Map<String, String> moves() {
        return seen.placement().moves();
    }

    Plan plan() {
        if (seen.running() != null) {
            add("follow what this step has started before", "", false, console -> reader.own()
                    .follow(console, pause));
        }
        if (seen.running() != null || seen.trial().exists()) {
            add("drop what an earlier trial has left", drop.statement(), true, drop::drop);
        }
        String path = request.backup();
        int set = seen.set().position();
        long bytes = seen.set().size();
        String verify = TSql.verifyOnly(path, set, request.statsPercent(), moves());
        add(
                "read the backup through from here and check it",
                verify,
                false,
                measures.timed(VERIFY, console -> session.execute(verify, bytes, console)));
        String restore = TrialSql.restore(name, path, set, request.statsPercent(), moves());
        add(
                "restore the backup as " + name + ", beside all that is there",
                restore,
                false,
                cleaning(measures.timed(RESTORE, console -> session.execute(restore, bytes, console))));
        if (request.check() != CheckDb.NONE) {
            check();
        }
        add("count the rows of " + name, "", false, cleaning(this::count));
        add("drop " + name + " and delete its files", drop.statement(), false, drop::drop);
        return new Plan(actions);
    }

    private void add(String text, String statement, boolean destructive, PlannedAction.Effect effect) {
        actions.add(new PlannedAction(seen.server().name(), text, statement, destructive, effect));
    }

    private PlannedAction.Effect cleaning(PlannedAction.Effect effect) {
        return console -> {
            try {
                effect.run(console);
            } catch (Failure | InterruptedException e) {
                drop.cleanUp(e, console);
                throw e;
            }
        };
    }

    private void check() {
        DatabaseCheck check = new DatabaseCheck(
                request.check(),
                name,
                request.database() + " was not touched.",
                "Read all messages of the check above. If it found damage, it was in the database that was backed up, or the disks of "
                        + seen.server().name() + " made it: run DBCC CHECKDB on "
                        + seen.set().server()
                        + ", check those disks, and try again with a new backup. If the check could not run (tempdb, room on the disk), mend that and try again.");
        add(
                check.how() == CheckDb.PHYSICAL
                        ? "check the pages of " + name + " for damage"
                        : "check all of " + name + " for damage",
                check.statement(),
                false,
                cleaning(measures.timed(
                        CHECK,
                        console -> check.run(
                                session, seen.place() + ", restored from " + request.backup() + ",", console))));
    }

    /** A hand-over backup tells how many rows there were when it was taken, and nobody wrote then; a trial backup does not. */
    private void count(Console console) throws Failure, InterruptedException {
        long rows = WriteMark.read(session, name).rows();
        measures.rows(rows);
        Optional<WriteStamp> mark = WriteStamp.in(seen.set().description());
        if (mark.isPresent() && mark.get().rows() != rows) {
            throw Failure.of(
                            Failure.Code.NOT_VERIFIED,
                            seen.place() + " has " + rows + " rows; " + request.database() + " on "
                                    + seen.set().server() + " had " + mark.get().rows() + " when " + request.backup()
                                    + " was taken.")
                    .next(
                            "Take another backup (pchatBackupDb) and try again; do not use this one before it is known why.");
        }
        console.line(rows + " rows" + (mark.isPresent() ? ", as many as when the backup was taken." : "."));
    }
}
