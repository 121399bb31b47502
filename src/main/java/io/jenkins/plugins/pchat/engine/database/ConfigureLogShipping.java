package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Plan;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ships the log of the primary's database to the backup instance, which becomes the secondary: initialises it,
 * registers both ends, and runs one cycle of backup, copy and restore whose file names prove that it works.
 */
public final class ConfigureLogShipping implements Operation<LogShippingState> {

    private final Request request;
    private final SqlSession primary;
    private final SqlSession secondary;
    private final OperationId id;
    private final Pause pause;
    private final LogShippingGoal goal;
    private final LogShippingReader reader;

    ConfigureLogShipping(Request request, SqlSession primary, SqlSession secondary, OperationId id, Pause pause) {
        this.request = request;
        this.primary = primary;
        this.secondary = secondary;
        this.id = id;
        this.pause = pause;
        this.goal = new LogShippingGoal(request);
        this.reader = new LogShippingReader(request, primary, secondary, id, pause);
    }

    /**
     * What the step asks for.
     *
     * @param primary the rebuilt instance, which holds the restored database
     * @param secondary the backup instance, whose database is overwritten and stays RESTORING
     * @param database null for {@code mgc}; it has the same name on both
     * @param share the UNC folder that the primary writes log backups to and the secondary copies them from
     * @param copyDirectory the folder on the secondary that they are copied to; made when absent
     * @param handover the file of the hand-over backup, which must still verify before the secondary is
     *     overwritten; null: found in the secondary's {@code msdb}
     * @param settings null for {@link LogShippingSettings#defaults()}
     * @param checkDb how the primary's database is checked before the secondary's is overwritten; null for {@link CheckDb#PHYSICAL}
     */
    public record Request(
            SqlTarget primary,
            SqlTarget secondary,
            String database,
            String share,
            String copyDirectory,
            String handover,
            LogShippingSettings settings,
            CheckDb checkDb)
            implements SqlRequest {

        private static final long serialVersionUID = 1L;

        public Request {
            Requests.needed("primary", primary);
            Requests.needed("secondary", secondary);
            if (primary.instance().equalsIgnoreCase(secondary.instance())) {
                throw new IllegalArgumentException(
                        "primary and secondary are both " + primary + "; log is shipped from one instance to another.");
            }
            database = DatabaseName.check(database, DatabaseName.MGC);
            Requests.needed("share", share);
            share = UncPath.folder(share).value();
            copyDirectory = new CopyFolder(copyDirectory).value();
            handover = handover == null || handover.isBlank()
                    ? null
                    : UncPath.file(handover).value();
            settings = settings == null ? LogShippingSettings.defaults() : settings;
            checkDb = checkDb == null ? CheckDb.PHYSICAL : checkDb;
        }

        @Override
        public List<SqlTarget> targets() {
            return List.of(primary, secondary);
        }

        @Override
        public Operation<?> on(List<SqlSession> sessions, OperationId id) {
            return new ConfigureLogShipping(this, sessions.get(0), sessions.get(1), id, Pause.REAL);
        }
    }

    @Override
    public String title() {
        return "Ship the log of " + request.database() + " from " + primary.instance() + " to " + secondary.instance()
                + " through " + request.share();
    }

    @Override
    public LogShippingState observe() throws Failure, InterruptedException {
        return reader.read();
    }

    @Override
    public boolean done(LogShippingState seen) {
        return goal.lacking(seen).isEmpty();
    }

    @Override
    public List<Guard<LogShippingState>> guards() {
        return new LogShippingGuards(goal).all();
    }

    @Override
    public Plan plan(LogShippingState seen) {
        RegistrationActions registration = new RegistrationActions(request, primary, secondary, goal, seen);
        List<PlannedAction> actions = new ArrayList<>();
        if (goal.mustInitialise(seen)) {
            InitialisationActions initialisation =
                    new InitialisationActions(request, primary, secondary, id, reader, pause, seen);
            actions.addAll(initialisation.first());
            actions.addAll(registration.removal());
            actions.addAll(initialisation.all());
        } else {
            actions.addAll(registration.removal());
        }
        actions.addAll(registration.registration());
        actions.addAll(new CycleActions(request, primary, secondary, seen.names(), pause).all());
        return new Plan(actions);
    }

    @Override
    public Outcome outcome(LogShippingState before, LogShippingState after, boolean changed) throws Failure {
        List<String> lacking = goal.lacking(after);
        if (changed && !lacking.isEmpty()) {
            throw Failure.of(
                            Failure.Code.NOT_VERIFIED,
                            "Log shipping of " + request.database() + " is not as it should be: "
                                    + String.join("; ", lacking) + ".")
                    .leaving(after)
                    .next("Run this step again; it completes what is missing.");
        }
        LogShippingNames names = after.names();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("primary", names.primary());
        details.put("secondary", names.secondary());
        details.put("database", names.database());
        details.put("backupJob", names.backupJob());
        details.put("copyJob", names.copyJob());
        details.put("restoreJob", names.restoreJob());
        if (after.primaryEntry() != null) {
            put(details, "lastBackedUpFile", after.primaryEntry().lastFile());
        }
        if (after.secondaryEntry() != null) {
            put(details, "lastCopiedFile", after.secondaryEntry().lastCopied());
            put(details, "lastRestoredFile", after.secondaryEntry().lastRestored());
        }
        if (!after.initial().any().isEmpty()) {
            put(details, "initialBackup", after.initial().any().get(0).path());
        }
        return new Outcome(
                changed, lacking.isEmpty() ? after.secondary().database().state() : "PLANNED", details);
    }

    private static void put(Map<String, Object> details, String name, String value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}
