package io.jenkins.plugins.pchat.faults;

import hudson.model.TaskListener;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.pchat.agent.SqlOperationCall;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.database.BackupDatabase;
import io.jenkins.plugins.pchat.engine.database.ConfigureLogShipping;
import io.jenkins.plugins.pchat.engine.database.InspectionScope;
import io.jenkins.plugins.pchat.engine.database.RemoveMirroring;
import io.jenkins.plugins.pchat.engine.database.RestoreDatabase;
import io.jenkins.plugins.pchat.engine.database.SessionLimit;
import io.jenkins.plugins.pchat.engine.database.TrialRestore;
import io.jenkins.plugins.pchat.engine.inspection.PoolAndSqlRequest;
import io.jenkins.plugins.pchat.engine.inspection.PreflightRequest;
import io.jenkins.plugins.pchat.engine.inspection.Verify;
import io.jenkins.plugins.pchat.engine.pool.ClearActiveServers;
import io.jenkins.plugins.pchat.engine.pool.PoolReader;
import io.jenkins.plugins.pchat.engine.pool.QuickPoolOperations;
import io.jenkins.plugins.pchat.engine.pool.SetActiveServers;
import io.jenkins.plugins.pchat.engine.pool.SetPoolState;
import io.jenkins.plugins.pchat.engine.shell.PowerShell;
import io.jenkins.plugins.pchat.engine.shell.ShellRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * One run of the procedure against a lab, step by step, as the shipped pipeline does it: the same requests, and what a step tells goes into the next. It has
 * operation ids of its own, as a build has.
 */
final class Failback {

    private static final int REPLICATION_MINUTES = 1;
    private static final InspectionScope SCOPE =
            new InspectionScope(null, DatabaseServers.SHARE, DatabaseServers.COPY_DIRECTORY);

    static final String TRIAL_DATABASE = "mgc_trial";

    private final DataCentres lab;
    private final String build;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private Outcome backup;

    Failback(DataCentres lab, String build) {
        this.lab = lab;
        this.build = build;
    }

    /** Runs one step. */
    Outcome run(Step step) throws Exception {
        return switch (step) {
            case PREFLIGHT ->
                inspect(
                        step,
                        new PreflightRequest(
                                lab.topology().pool(), target(true), target(false), SCOPE, servers(), true));
            case TRIAL -> sql(step, new TrialRestore.Request(target(true), null, trialBackup(), null, 5, null));
            case CLEAR_ACTIVE_SERVERS ->
                shell(new ClearActiveServers.Request(lab.topology().pool(), null, REPLICATION_MINUTES));
            case REMOVE_MIRRORING -> sql(step, new RemoveMirroring.Request(target(false), null));
            case BACKUP -> {
                backup = sql(step, backupRequest(false));
                yield backup;
            }
            case RESTORE ->
                sql(
                        step,
                        new RestoreDatabase.Request(
                                target(true),
                                null,
                                backup.path(),
                                (String) backup.details().get("server"),
                                RestoreDatabase.Request.DEFAULT_STATS_PERCENT));
            case LOG_SHIPPING -> sql(step, shipping(backup.path()));
            case VERIFY -> inspect(step, new Verify.Request(lab.topology().pool(), servers(), shipping(null), true));
            case SET_ACTIVE -> shell(new SetActiveServers.Request(lab.topology().pool(), servers(), null, 0));
            case SET_POOL_STATE ->
                shell(new SetPoolState.Request(lab.topology().pool(), null, "Normal", REPLICATION_MINUTES));
        };
    }

    /** The backup that is tried, taken by an operation of its own while users chat. */
    private String trialBackup() throws Exception {
        return sql(new OperationId(build + "-trial-backup"), backupRequest(true))
                .path();
    }

    private BackupDatabase.Request backupRequest(boolean trial) {
        return new BackupDatabase.Request(
                target(false),
                null,
                DatabaseServers.SHARE,
                true,
                null,
                BackupDatabase.Request.DEFAULT_STATS_PERCENT,
                null,
                null,
                null,
                new SessionLimit(1, false),
                trial);
    }

    private ConfigureLogShipping.Request shipping(String handover) {
        return new ConfigureLogShipping.Request(
                target(true),
                target(false),
                null,
                DatabaseServers.SHARE,
                DatabaseServers.COPY_DIRECTORY,
                handover,
                null,
                null);
    }

    /** Runs all steps that change something, and this one in its place among them if it is none. */
    void runWith(Step one) throws Exception {
        for (Step step : Step.values()) {
            if (step.failsBack() || step == one) {
                run(step);
            }
        }
    }

    /** What the sessions of a step call themselves. */
    String application(Step step) {
        return id(step).applicationName();
    }

    /** Who is to be active in the end. */
    List<String> servers() {
        return lab.topology().primaryComputers();
    }

    /** What the steps have said. */
    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private OperationId id(Step step) {
        return new OperationId(build + "-" + step.word());
    }

    private SqlTarget target(boolean primary) {
        String address =
                primary ? lab.servers().primaryAddress() : lab.servers().backupAddress();
        // Labs run side by side, each with a certificate of its own; that certificates are checked is tested elsewhere.
        return new SqlTarget(address, SqlTarget.Encrypt.TRUE, true, null);
    }

    private Outcome sql(Step step, SqlRequest request) throws Exception {
        return sql(id(step), request);
    }

    private Outcome sql(OperationId id, SqlRequest request) throws Exception {
        List<SqlLogin> logins =
                Collections.nCopies(request.targets().size(), new SqlLogin(DatabaseServers.LOGIN, lab.password()));
        TaskListener listener = new StreamTaskListener(log, StandardCharsets.UTF_8);
        return new SqlOperationCall(new QuickRequest(request), logins, id, listener, TaskListener.NULL, false).call();
    }

    private Outcome inspect(Step step, PoolAndSqlRequest request) throws Exception {
        PoolReader reader = new PoolReader(shell(), request.pool());
        return sql(step, request.with(Reading.of(reader::read)));
    }

    private Outcome shell(ShellRequest request) throws Exception {
        return new OperationRunner(this::say).run(QuickPoolOperations.of(request, shell()), false);
    }

    private PowerShell shell() {
        return new PowerShell(new LabProcess(lab.shell().port()), null, this::say);
    }

    private void say(String line) {
        log.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
