package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.TrialSql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Drops the database of a trial restore: one that a trial has made, and no other. */
final class TrialDrop {

    private static final int IN_USE = 3702;
    private static final int ATTEMPTS = 3;
    private static final int PAUSE_SECONDS = 5;

    private final SqlSession session;
    private final ServerIdentity server;
    private final String original;
    private final String name;
    private final Collection<String> files;
    private final Pause pause;

    /**
     * The drop.
     *
     * @param original the database that is tried
     * @param files where the files of the trial are
     */
    TrialDrop(SqlSession session, ServerIdentity server, String original, Collection<String> files, Pause pause) {
        this.session = session;
        this.server = server;
        this.original = original;
        this.name = TrialFiles.database(original);
        this.files = files;
        this.pause = pause;
    }

    String statement() {
        return TrialSql.drop(name);
    }

    /** Drops it, and looks whether its files have gone. */
    void drop(Console console) throws Failure, InterruptedException {
        TrialDatabase found = TrialDatabase.read(session, original);
        if (!found.exists()) {
            console.line(name + " is not there any more.");
            return;
        }
        if (!found.ours()) {
            throw Failure.of(
                            Failure.Code.REFUSED,
                            name + " on " + server.name() + " is none that a trial has made, so it is not dropped.")
                    .next("Find out who has made it meanwhile, and whether anybody needs it.");
        }
        for (int attempt = 1; !dropped(attempt, console); attempt++) {
            pause.seconds(PAUSE_SECONDS);
        }
        List<String> left = new ArrayList<>();
        for (String file : files) {
            if (TrialReader.isThere(session, file)) {
                left.add(file);
            }
        }
        if (!left.isEmpty()) {
            throw Failure.of(
                            Failure.Code.NOT_VERIFIED,
                            name + " on " + server.name() + " was dropped, but its files are still there: "
                                    + String.join(", ", left) + ".")
                    .next("Delete them on that server: no database has them.");
        }
    }

    private boolean dropped(int attempt, Console console) throws Failure, InterruptedException {
        try {
            session.execute(statement(), console);
            return true;
        } catch (Failure e) {
            // The answer alone may have been lost.
            if (DatabaseState.read(session, name).isEmpty()) {
                return true;
            }
            if (e.sqlNumber() != IN_USE) {
                throw e;
            }
            List<String> connected = Sessions.in(name, session, server);
            String who = connected.isEmpty() ? "nobody any more" : String.join("; ", connected);
            if (attempt == ATTEMPTS) {
                throw Failure.sql(e.code(), e.sqlNumber(), e.what() + " Connected now: " + who + ".")
                        .next("Ask them to leave " + name + " on " + server.name()
                                + ". Then run the trial again, which drops it first, or drop it: " + statement());
            }
            console.line(e.what() + " Connected now: " + who + ". Trying again in " + PAUSE_SECONDS + " s.");
            return false;
        }
    }

    /** After something went wrong: drops what is there of the trial, and says what is left. */
    void cleanUp(Exception why, Console console) throws InterruptedException {
        try {
            if (TrialDatabase.read(session, original).ours()) {
                console.line("Dropping what the trial has made: " + statement());
                drop(console);
                console.line(name + " is dropped, and its files are deleted.");
            }
        } catch (Failure e) {
            why.addSuppressed(e);
            console.line("It is not certain that nothing is left of the trial: " + e.what() + " If " + name
                    + " is found on " + server.name()
                    + ", run the trial again, which drops it first, or drop it: " + statement());
        }
    }
}
