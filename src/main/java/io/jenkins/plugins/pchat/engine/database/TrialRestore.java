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

/**
 * Tries the restore on the real server without touching its database: restores a backup under another name and to files of its own, checks that database,
 * counts its rows, drops it, and tells how long that took. A trial is never done before; each one runs.
 */
public final class TrialRestore implements Operation<TrialState> {

    private final Request request;
    private final SqlSession session;
    private final Pause pause;
    private final TrialReader reader;
    private final TrialMeasures measures = new TrialMeasures();

    TrialRestore(Request request, SqlSession session, OperationId id, Pause pause) {
        this.request = request;
        this.session = session;
        this.pause = pause;
        this.reader = new TrialReader(request, session, id);
    }

    /**
     * What the step asks for.
     *
     * @param instance the primary instance
     * @param database the database of the backup, at most 122 characters; null for {@code mgc}. It is not touched
     * @param backup the UNC path of the backup file: of a trial, or of the hand-over
     * @param source the own name of the server that the backup must come from; null for any but {@code instance} itself
     * @param statsPercent a progress message each so many percent, 1 to 100
     * @param check how the restored database is checked; null for {@link CheckDb#PHYSICAL}
     */
    public record Request(
            SqlTarget instance, String database, String backup, String source, int statsPercent, CheckDb check)
            implements SqlRequest {

        private static final long serialVersionUID = 1L;

        private static final int LONGEST = 122;

        public Request {
            Requests.needed("instance", instance);
            database = DatabaseName.check(database, DatabaseName.MGC);
            if (database.length() > LONGEST) {
                throw new IllegalArgumentException("database has " + database.length()
                        + " characters; for a trial it can have " + LONGEST + ", for the trial adds some.");
            }
            Requests.needed("backup", backup);
            backup = UncPath.file(backup).value();
            source = Requests.serverName("source", source);
            Requests.between("stats", statsPercent, 1, 100);
            check = check == null ? CheckDb.PHYSICAL : check;
        }

        @Override
        public List<SqlTarget> targets() {
            return List.of(instance);
        }

        @Override
        public Operation<?> on(List<SqlSession> sessions, OperationId id) {
            return new TrialRestore(this, sessions.get(0), id, Pause.REAL);
        }
    }

    @Override
    public String title() {
        return "Try the restore of " + request.database() + " on " + session.instance() + " from " + request.backup()
                + ", as " + TrialFiles.database(request.database());
    }

    @Override
    public TrialState observe() throws Failure, InterruptedException {
        return reader.read();
    }

    @Override
    public boolean done(TrialState seen) {
        return false;
    }

    @Override
    public List<Guard<TrialState>> guards() {
        return TrialGuards.all(request.source());
    }

    @Override
    public Plan plan(TrialState seen) {
        return new TrialActions(request, session, reader, pause, measures, seen).plan();
    }

    @Override
    public Outcome outcome(TrialState before, TrialState after, boolean changed) throws Failure {
        if (changed && after.trial().exists()) {
            throw Failure.of(Failure.Code.NOT_VERIFIED, after.place() + " is there again after it was dropped.")
                    .leaving(after)
                    .next("Find out who has made it. The trial itself went well; its numbers are in the log above.");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("server", before.server().name());
        details.put("source", String.valueOf(before.set().server()));
        details.put("backupSetGuid", String.valueOf(before.set().guid()));
        details.put("files", new LinkedHashMap<>(before.placement().moves()));
        if (changed) {
            details.putAll(measures.details(before.set().size()));
        }
        return new Outcome(changed, changed ? "TRIAL" : "PLANNED", request.backup(), details, List.of());
    }
}
