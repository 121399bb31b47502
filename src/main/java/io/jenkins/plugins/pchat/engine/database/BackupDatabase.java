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
import java.util.List;
import java.util.Map;

/**
 * Takes the full backup that is handed over to the primary instance: into a file of its own on the share, with
 * checksums, and read back.
 *
 * <p>It finds its own earlier work by the operation id: a backup that still runs on the server is followed, one that is
 * finished is verified.
 */
public final class BackupDatabase implements Operation<BackupState> {

    private final Request request;
    private final SqlSession session;
    private final OperationId id;
    private final Pause pause;
    private final BackupReader reader;

    BackupDatabase(Request request, SqlSession session, OperationId id, Pause pause) {
        this.request = request;
        this.session = session;
        this.id = id;
        this.pause = pause;
        this.reader = new BackupReader(request, session, id, pause);
    }

    /**
     * What the step asks for.
     *
     * @param instance the backup instance, which serves the users now
     * @param database null for {@code mgc}
     * @param share the UNC folder that both instances can reach
     * @param copyOnly whether the backup leaves the differential base alone; the default is true
     * @param compression null for the instance's own setting
     * @param statsPercent a progress message each so many percent, 1 to 100
     * @param maxTransferSize bytes, a multiple of 65536 up to 4194304; null for SQL Server's choice
     * @param bufferCount 1 to 4096; null for SQL Server's choice
     * @param description a text of the user's in the backup's header, at most 100 characters; may be null
     * @param sessions how long those who are connected are waited for; null for {@link SessionLimit#DEFAULT}
     * @param trial a backup for trying things out while users write: nobody is waited for, the database may be mirrored, and it is never
     *     handed over
     */
    public record Request(
            SqlTarget instance,
            String database,
            String share,
            boolean copyOnly,
            Compression compression,
            int statsPercent,
            Integer maxTransferSize,
            Integer bufferCount,
            String description,
            SessionLimit sessions,
            boolean trial)
            implements SqlRequest {

        private static final long serialVersionUID = 1L;

        public static final int DEFAULT_STATS_PERCENT = 5;
        private static final int TRANSFER_UNIT = 65536;
        private static final int TRANSFER_MOST = 4 * 1024 * 1024;
        private static final int DESCRIPTION_MOST = 100;

        public Request {
            Requests.needed("instance", instance);
            database = DatabaseName.check(database, DatabaseName.MGC);
            Requests.needed("share", share);
            share = UncPath.folder(share).value();
            compression = compression == null ? Compression.DEFAULT : compression;
            Requests.between("stats", statsPercent, 1, 100);
            Requests.multiple("maxTransferSize", maxTransferSize, TRANSFER_UNIT, TRANSFER_MOST);
            Requests.multiple("bufferCount", bufferCount, 1, 4096);
            description = Requests.line("description", description, DESCRIPTION_MOST);
            sessions = sessions == null ? SessionLimit.DEFAULT : sessions;
            if (trial && !copyOnly) {
                throw new IllegalArgumentException("copyOnly is false; the backup of a trial is always COPY_ONLY.");
            }
            if (trial && sessions.disconnect()) {
                throw new IllegalArgumentException("disconnect is true; a trial ends nobody's session.");
            }
        }

        /** The request with every default. */
        public static Request of(SqlTarget instance, String share) {
            return new Request(instance, null, share, true, null, DEFAULT_STATS_PERCENT, null, null, null, null, false);
        }

        @Override
        public List<SqlTarget> targets() {
            return List.of(instance);
        }

        @Override
        public Operation<?> on(List<SqlSession> sessions, OperationId id) {
            return new BackupDatabase(this, sessions.get(0), id, Pause.REAL);
        }
    }

    @Override
    public String title() {
        return (request.trial() ? "Back up for a trial " : "Back up ") + request.database() + " on "
                + session.instance() + " to " + request.share();
    }

    @Override
    public BackupState observe() throws Failure, InterruptedException {
        return reader.read();
    }

    @Override
    public boolean done(BackupState seen) {
        return seen.handedOver();
    }

    @Override
    public List<Guard<BackupState>> guards() {
        return BackupGuards.all();
    }

    @Override
    public Plan plan(BackupState seen) {
        return new BackupActions(request, session, reader, id, pause).plan(seen);
    }

    @Override
    public Outcome outcome(BackupState before, BackupState after, boolean changed) throws Failure {
        if (changed) {
            String wrong = after.own() == null
                    ? (after.unusable() == null ? "msdb tells of no backup by this step" : after.unusable())
                    : after.ownHeader().flaw(after.name(), after.server());
            if (wrong != null) {
                throw Failure.of(
                                Failure.Code.NOT_VERIFIED,
                                after.server().name() + ": the backup is not usable: " + wrong + ".")
                        .leaving(after)
                        .next("Run this step again for a new backup; if it stays so, check the share.");
            }
            return outcome(true, after.own());
        }
        return before.handedOver()
                ? outcome(false, before.handOver())
                : new Outcome(
                        false,
                        "PLANNED",
                        before.path().value(),
                        Map.of("server", before.server().name()),
                        List.of());
    }

    private Outcome outcome(boolean changed, BackupSet set) {
        return new Outcome(changed, request.trial() ? "TRIAL" : "BACKED_UP", set.path(), set.details(), List.of());
    }
}
