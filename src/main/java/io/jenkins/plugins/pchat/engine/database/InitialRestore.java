package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.FenceSql;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.TSql;
import java.util.List;
import java.util.Set;

/** Overwrites the secondary's database WITH NORECOVERY, if it is still as it was when the guards looked at it. */
final class InitialRestore {

    /**
     * Somebody is in the database, in the words of RESTORE (3101), of ALTER DATABASE, of a lost lock, and of the batch
     * itself (50000).
     */
    private static final Set<Integer> IN_USE = Set.of(924, 1205, 1222, 3101, 5061, 5064, 50000);

    private static final Set<Failure.Code> LOST = Set.of(Failure.Code.CONNECTION_LOST, Failure.Code.CONNECT);
    private static final int ATTEMPTS = 3;
    private static final int PAUSE_SECONDS = 5;

    private final String database;
    private final SqlSession secondary;
    private final LogShippingReader reader;
    private final Pause pause;
    private final LogShippingState seen;

    InitialRestore(
            String database, SqlSession secondary, LogShippingReader reader, Pause pause, LogShippingState seen) {
        this.database = database;
        this.secondary = secondary;
        this.reader = reader;
        this.pause = pause;
        this.seen = seen;
    }

    /** Restores, three times at most while somebody is in the database; each time it is looked first. */
    void run(String path, long bytes, Console console) throws Failure, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            LogShippingState now = reader.read();
            if (now.initialisedByThis()) {
                console.line(database + " was restored by the earlier attempt.");
                return;
            }
            new LastLook(seen, now).check();
            String inUse = "Somebody is connected to it.";
            int number = 0;
            if (now.secondary().sessions().isEmpty()) {
                try {
                    overwrite(path, bytes, console);
                    return;
                } catch (Failure e) {
                    if (!IN_USE.contains(e.sqlNumber())) {
                        throw e;
                    }
                    inUse = e.what();
                    number = e.sqlNumber();
                }
            }
            String what = inUse + " Connected now: " + connected(now) + ".";
            if (attempt == ATTEMPTS) {
                throw Failure.sql(
                                number == 0 ? Failure.Code.REFUSED : Failure.Code.SQL,
                                number,
                                seen.names().secondary() + ": " + database + " could not be had for this step alone. "
                                        + what + " Nothing was overwritten.")
                        .next("Stop what connects to " + database + " on "
                                + seen.names().secondary() + ", then run this step again.");
            }
            console.line(what + " Trying again in " + PAUSE_SECONDS + " s.");
            pause.seconds(PAUSE_SECONDS);
        }
    }

    private String connected(LogShippingState before) throws Failure, InterruptedException {
        List<String> sessions = before.secondary().sessions();
        if (sessions.isEmpty()) {
            sessions = reader.read().secondary().sessions();
        }
        return sessions.isEmpty() ? "nobody any more" : String.join("; ", sessions);
    }

    private void overwrite(String path, long bytes, Console console) throws Failure, InterruptedException {
        try {
            secondary.execute(batch(path), bytes, console);
        } catch (Failure | InterruptedException e) {
            boolean lost = e instanceof Failure failure && LOST.contains(failure.code());
            if (seen.secondary().online() && !lost) {
                letIn(e, console);
            }
            throw e;
        }
    }

    /** The end of the batch does this, unless the batch was cut before it. */
    private void letIn(Exception why, Console console) throws InterruptedException {
        try {
            if (DatabaseState.read(secondary, database)
                    .filter(now -> now.online() && !now.multiUser())
                    .isPresent()) {
                secondary.execute(FenceSql.letIn(database), console);
                console.line(database + " is MULTI_USER again.");
            }
        } catch (Failure e) {
            why.addSuppressed(e);
            console.line("It is not certain that " + database + " is MULTI_USER again: " + e.what()
                    + " If it is found ONLINE and SINGLE_USER on "
                    + seen.names().secondary() + ", let the users in: "
                    + TSql.multiUser(database));
        }
    }

    /** One batch, so that nobody slips in between ending the sessions, the last look and the restore. */
    String batch(String path) {
        String restore = TSql.restore(
                database,
                path,
                1,
                false,
                InitialisationActions.STATS,
                seen.initial().placement().moves());
        LogShippingEnd end = seen.secondary();
        return end.online()
                ? FenceSql.restoreIfUnchanged(
                        database,
                        end.mark().rows(),
                        end.mark().writes(),
                        end.database().asyncStatistics(),
                        restore)
                : restore;
    }
}
