package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Plan;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replaces the primary instance's database by the one in a backup, and leaves it ready to use. */
public final class RestoreDatabase implements Operation<RestoreState> {

    private final Request request;
    private final SqlSession session;
    private final Pause pause;
    private final RestoreReader reader;

    RestoreDatabase(Request request, SqlSession session, OperationId id, Pause pause) {
        this.request = request;
        this.session = session;
        this.pause = pause;
        this.reader = new RestoreReader(request, session, id);
    }

    /**
     * What the step asks for.
     *
     * @param instance the primary instance, whose database is overwritten
     * @param database null for {@code mgc}
     * @param backup the UNC path of the backup file
     * @param source the own name of the server that the backup must come from; null for any but {@code instance} itself
     * @param statsPercent a progress message each so many percent, 1 to 100
     */
    public record Request(SqlTarget instance, String database, String backup, String source, int statsPercent)
            implements SqlRequest {

        private static final long serialVersionUID = 1L;

        public static final int DEFAULT_STATS_PERCENT = 5;

        public Request {
            Requests.needed("instance", instance);
            database = DatabaseName.check(database, DatabaseName.MGC);
            Requests.needed("backup", backup);
            backup = UncPath.file(backup).value();
            source = Requests.serverName("source", source);
            Requests.between("stats", statsPercent, 1, 100);
        }

        /** The request with every default. */
        public static Request of(SqlTarget instance, String backup) {
            return new Request(instance, null, backup, null, DEFAULT_STATS_PERCENT);
        }

        @Override
        public List<SqlTarget> targets() {
            return List.of(instance);
        }

        @Override
        public Operation<?> on(List<SqlSession> sessions, OperationId id) {
            return new RestoreDatabase(this, sessions.get(0), id, Pause.REAL);
        }
    }

    @Override
    public String title() {
        return "Restore " + request.database() + " on " + session.instance() + " from " + request.backup();
    }

    @Override
    public RestoreState observe() throws Failure, InterruptedException {
        return reader.read();
    }

    @Override
    public boolean done(RestoreState seen) {
        return seen.server().sysadmin() && seen.isFinished();
    }

    @Override
    public List<Guard<RestoreState>> guards() {
        return RestoreGuards.all(request.source());
    }

    @Override
    public Plan plan(RestoreState seen) {
        return new RestoreActions(request, session, reader, pause, seen).plan();
    }

    @Override
    public Outcome outcome(RestoreState before, RestoreState after, boolean changed) throws Failure {
        if (changed) {
            String missing = missing(after);
            if (missing != null) {
                throw Failure.of(
                                Failure.Code.NOT_VERIFIED,
                                after.name() + " on " + after.server().name() + " " + missing + ".")
                        .leaving(after)
                        .next("Do not let users in. Look at the error log of this server, and run this step again.");
            }
        }
        boolean there = after.isRestored();
        return new Outcome(changed, there ? "ONLINE" : "PLANNED", request.backup(), details(before, after), List.of());
    }

    private static String missing(RestoreState after) {
        if (after.database() == null) {
            return "does not exist";
        }
        if (!after.database().online()
                || !after.database().multiUser()
                || after.database().readOnly()) {
            return "is not ready to use: " + after.database().line();
        }
        if (!after.isRestored()) {
            return "is not the database of the backup, according to msdb";
        }
        return after.database().recoveryFull()
                ? null
                : "has the recovery model " + after.database().recoveryModel();
    }

    private static Map<String, Object> details(RestoreState before, RestoreState after) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("server", after.server().name());
        if (after.set() != null) {
            details.put("source", String.valueOf(after.set().server()));
            details.put("backupSetGuid", String.valueOf(after.set().guid()));
        }
        details.put(
                "stateBefore",
                before.database() == null ? "absent" : before.database().state());
        Map<String, Object> files = new LinkedHashMap<>();
        if (after.isRestored()) {
            after.present().stream().filter(f -> f.isOf(after.name())).forEach(f -> files.put(f.logical(), f.path()));
            details.put("restored", String.valueOf(after.restored().restored()));
            details.put("owner", String.valueOf(after.database().owner()));
        } else if (after.placement() != null) {
            files.putAll(after.placement().moves());
        }
        details.put("files", files);
        details.put(
                "orphanedUsers",
                after.orphans().stream().map(OrphanedUser::name).toList());
        return details;
    }
}
