package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.TSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A backup of which it is proved that nothing was written while it was taken; else it is taken again. What is written during a backup may be in it or
 * not, and what comes after it certainly is not.
 */
final class FencedBackup {

    private static final int ATTEMPTS = 3;

    /** These stand in a plan for what is known only when nobody is connected any more. */
    private static final String ANY_STAMP = "<mark>";

    private static final String ANY_FILE = "<file>";

    private final BackupDatabase.Request request;
    private final SqlSession session;
    private final BackupReader reader;
    private final OperationId id;
    private final SessionFence fence;
    private final BackupState seen;
    private String taken;
    private WriteMark before;

    FencedBackup(
            BackupDatabase.Request request,
            SqlSession session,
            BackupReader reader,
            OperationId id,
            SessionFence fence,
            BackupState seen) {
        this.request = request;
        this.session = session;
        this.reader = reader;
        this.id = id;
        this.fence = fence;
        this.seen = seen;
        this.taken = seen.path().value();
    }

    List<PlannedAction> actions() {
        return List.of(
                action("back up " + request.database() + " to " + taken, backup(taken, ANY_STAMP), this::take),
                action(
                        "see that nothing was written meanwhile; else wait again, and take it again to another file, "
                                + (ATTEMPTS - 1) + " times at most",
                        backup(ANY_FILE, ANY_STAMP),
                        this::prove),
                action("read the backup back and check it", verification(ANY_FILE), console -> {
                    console.line("The file is " + taken + ".");
                    session.execute(verification(taken), seen.estimate(), console);
                }));
    }

    private PlannedAction action(String text, String statement, PlannedAction.Effect effect) {
        return new PlannedAction(seen.server().name(), text, statement, false, effect);
    }

    private String backup(String path, String stamp) {
        return TSql.backup(BackupActions.statement(
                request,
                path,
                HandOver.name(request.database()),
                HandOver.description(id, stamp, request.description())));
    }

    private String verification(String path) {
        return TSql.verifyOnly(path, 1, request.statsPercent(), Map.of());
    }

    private void take(Console console) throws Failure, InterruptedException {
        before = WriteMark.read(session, request.database());
        console.line("Before the backup: " + before.rows() + " rows, " + before.writes()
                + " writes counted. The mark is " + before.stamp().text() + ".");
        session.execute(backup(taken, before.stamp().text()), seen.estimate(), console);
    }

    private void prove(Console console) throws Failure, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            List<String> happened = happenedSince();
            if (happened.isEmpty()) {
                console.line("Rows and writes are the same as before it, and nobody is connected.");
                return;
            }
            String what = "While the backup was taken, " + request.database() + " was in use: "
                    + String.join("; ", happened) + ".";
            if (attempt == ATTEMPTS) {
                throw overtaken(what);
            }
            console.line(what + " The backup " + taken + " is of no use; delete it later.");
            fence.await(console);
            taken = reader.read().path().value();
            console.line("Taking it again, to " + taken + ".");
            take(console);
        }
    }

    private List<String> happenedSince() throws Failure, InterruptedException {
        List<String> happened =
                new ArrayList<>(WriteMark.read(session, request.database()).since(before));
        Sessions.in(request.database(), session, seen.server()).forEach(who -> happened.add("connected is " + who));
        return happened;
    }

    private Failure overtaken(String what) {
        return Failure.of(
                        Failure.Code.REFUSED,
                        seen.server().name() + ": " + what + " That was so " + ATTEMPTS
                                + " times, so none of the backups holds for certain all that was written.")
                .next(
                        "Find out who writes (host and program are above; the list of active servers must be empty), stop it, and"
                                + " run this step again. Use none of these backups for a restore.");
    }
}
