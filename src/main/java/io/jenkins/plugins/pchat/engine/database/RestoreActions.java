package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Plan;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.TSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a restore does, in order. */
final class RestoreActions {

    /** Somebody is in the database, in the words of RESTORE (3101), of ALTER DATABASE, and of a lost lock. */
    private static final Set<Integer> IN_USE = Set.of(924, 1205, 1222, 3101, 5061, 5064);

    private static final int ATTEMPTS = 3;
    private static final int PAUSE_SECONDS = 5;

    private final RestoreDatabase.Request request;
    private final SqlSession session;
    private final RestoreReader reader;
    private final Pause pause;
    private final RestoredPrincipals principals;
    private final RestoreState seen;
    private final String name;
    private final List<PlannedAction> actions = new ArrayList<>();

    RestoreActions(
            RestoreDatabase.Request request, SqlSession session, RestoreReader reader, Pause pause, RestoreState seen) {
        this.request = request;
        this.session = session;
        this.reader = reader;
        this.pause = pause;
        this.seen = seen;
        this.name = request.database();
        this.principals = new RestoredPrincipals(session, name, seen.server());
    }

    Plan plan() {
        boolean overwrite = !seen.isRestored();
        if (seen.running() != null) {
            actions.add(new PlannedAction(
                    seen.server().name(),
                    "follow the restore that this step has started before; what it leaves undone is done below",
                    "",
                    false,
                    console -> reader.own().follow(console, pause)));
        }
        if (overwrite) {
            verifyBackup();
            replace();
        }
        if (overwrite || !seen.database().multiUser()) {
            add("let all users in", TSql.multiUser(name));
        }
        if (overwrite
                ? !"FULL".equals(seen.set().recoveryModel())
                : !seen.database().recoveryFull()) {
            add("set the recovery model that log shipping needs", TSql.recoveryFull(name));
        }
        if (overwrite && seen.database() != null && seen.database().owner() != null) {
            String statement = TSql.owner(name, seen.database().owner());
            actions.add(new PlannedAction(
                    seen.server().name(),
                    "give the database back to its owner",
                    statement,
                    false,
                    console -> principals.giveBack(statement, console)));
        }
        actions.add(new PlannedAction(
                seen.server().name(),
                "tie each SQL user without a login to the login of its name, if there is one",
                TSql.attachUser(name, "<user>"),
                false,
                principals::attachUsers));
        return new Plan(actions);
    }

    private void add(String text, String statement) {
        actions.add(new PlannedAction(
                seen.server().name(), text, statement, false, console -> session.execute(statement, console)));
    }

    private void verifyBackup() {
        String statement = TSql.verifyOnly(
                request.backup(),
                seen.set().position(),
                request.statsPercent(),
                seen.placement().moves());
        actions.add(new PlannedAction(
                seen.server().name(),
                "read the backup through from here and check it",
                statement,
                false,
                console -> session.execute(statement, seen.set().size(), console)));
    }

    /**
     * Ending the sessions and restoring are one batch, so that nobody slips in between; a database that is not online
     * has no sessions.
     */
    private void replace() {
        List<String> batch = new ArrayList<>();
        if (seen.database() != null && seen.database().online()) {
            if (seen.database().asyncStatistics()) {
                batch.add(TSql.noAsyncStatistics(name));
            }
            batch.add(TSql.singleUser(name));
        }
        batch.add(TSql.restore(
                name,
                request.backup(),
                seen.set().position(),
                true,
                request.statsPercent(),
                seen.placement().moves()));
        String statement = String.join(";\n", batch);
        actions.add(new PlannedAction(
                seen.server().name(),
                seen.database() == null
                        ? "restore " + name + " from the backup of "
                                + seen.set().server()
                        : "replace " + name + " by the backup of " + seen.set().server()
                                + "; what is in it now is lost",
                statement,
                seen.database() != null,
                console -> replaceAndLetIn(statement, console)));
    }

    private void replaceAndLetIn(String statement, Console console) throws Failure, InterruptedException {
        if (seen.running() != null && reader.read().isRestored()) {
            console.line(name + " was restored by the earlier attempt.");
            return;
        }
        try {
            replace(statement, console);
        } catch (Failure | InterruptedException e) {
            letUsersIn(e, console);
            throw e;
        }
    }

    private void replace(String statement, Console console) throws Failure, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                session.execute(statement, seen.set().size(), console);
                return;
            } catch (Failure e) {
                if (!IN_USE.contains(e.sqlNumber())) {
                    throw e;
                }
                // The batch goes on after an ALTER DATABASE that failed: the restore may have come about all the same.
                if (reader.read().isRestored()) {
                    return;
                }
                List<String> connected = Sessions.in(name, session, seen.server());
                String who = connected.isEmpty() ? "nobody any more" : String.join("; ", connected);
                if (attempt == ATTEMPTS || isRestoring()) {
                    throw Failure.sql(e.code(), e.sqlNumber(), e.what() + " Connected now: " + who + ".")
                            .next("Stop what connects to " + name + " on "
                                    + seen.server().name() + ", then run this step again.");
                }
                console.line(e.what() + " Connected now: " + who + ". Trying again in " + PAUSE_SECONDS + " s.");
            }
            pause.seconds(PAUSE_SECONDS);
        }
    }

    /** 3101 comes before anything is overwritten; should it ever not, the batch must not run again as it is. */
    private boolean isRestoring() throws Failure, InterruptedException {
        Optional<DatabaseState> now = DatabaseState.read(session, name);
        return now.isPresent()
                && !now.get().online()
                && (seen.database() == null || seen.database().online());
    }

    /** A restore that failed before it began leaves the old database in single-user mode, closed to everybody. */
    private void letUsersIn(Exception why, Console console) throws InterruptedException {
        try {
            Optional<DatabaseState> now = DatabaseState.read(session, name);
            if (now.isPresent() && now.get().online() && !now.get().multiUser()) {
                session.execute(TSql.multiUser(name), console);
                console.line(name + " is MULTI_USER again.");
            }
        } catch (Failure e) {
            why.addSuppressed(e);
            console.line("It is not certain that " + name + " is MULTI_USER again: " + e.what()
                    + " If it is found ONLINE and SINGLE_USER on "
                    + seen.server().name() + ", let the users in: "
                    + TSql.multiUser(name));
        }
    }
}
