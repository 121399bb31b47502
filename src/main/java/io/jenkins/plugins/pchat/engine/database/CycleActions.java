package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/**
 * One real cycle: each job is run once, in turn, and the file names that it leaves in {@code msdb} are compared. Only
 * so is it known that the Agent's accounts may do what they must, for T-SQL can try the engine's account only.
 */
final class CycleActions {

    private final ConfigureLogShipping.Request request;
    private final SqlSession primary;
    private final SqlSession secondary;
    private final LogShippingNames names;
    private final Pause pause;
    private String backedUp;

    CycleActions(
            ConfigureLogShipping.Request request,
            SqlSession primary,
            SqlSession secondary,
            LogShippingNames names,
            Pause pause) {
        this.request = request;
        this.primary = primary;
        this.secondary = secondary;
        this.names = names;
        this.pause = pause;
    }

    List<PlannedAction> all() {
        AgentJob backup = job(primary, names.primary(), AgentSql.Job.backup(names), names.backupJob(), 0);
        AgentJob copy = job(secondary, names.secondary(), AgentSql.Job.copy(names), names.copyJob(), 1);
        AgentJob restore = job(secondary, names.secondary(), AgentSql.Job.restore(names), names.restoreJob(), 2);
        return List.of(
                new PlannedAction(
                        names.primary(),
                        "run " + names.backupJob() + " and wait for it",
                        backup.statement(),
                        false,
                        console -> {
                            String before = primaryEntry().lastFile();
                            backup.run(primaryEntry().id(), console);
                            backedUp = primaryEntry().lastFile();
                            if (backedUp == null || before != null && LogFile.notBefore(before, backedUp)) {
                                throw unproven(
                                        names.primary(), names.backupJob(), "the last log backup is still " + before);
                            }
                            console.line("last log backup: " + backedUp);
                        }),
                new PlannedAction(
                        names.secondary(),
                        "run " + names.copyJob() + " and wait for it",
                        copy.statement(),
                        false,
                        console -> {
                            copy.run(secondaryEntry().id(), console);
                            String copied = secondaryEntry().lastCopied();
                            if (!LogFile.notBefore(copied, backedUp)) {
                                throw unproven(
                                        names.secondary(),
                                        names.copyJob(),
                                        "the last copied file is " + copied + ", not " + backedUp);
                            }
                            console.line("last copied file: " + copied);
                        }),
                new PlannedAction(
                        names.secondary(),
                        "run " + names.restoreJob() + " and wait for it",
                        restore.statement(),
                        false,
                        console -> {
                            restore.run(secondaryEntry().id(), console);
                            String restored = secondaryEntry().lastRestored();
                            if (!LogFile.notBefore(restored, backedUp)) {
                                throw unproven(
                                        names.secondary(),
                                        names.restoreJob(),
                                        "the last restored file is " + restored + ", not " + backedUp);
                            }
                            console.line("last restored file: " + restored);
                        }));
    }

    private AgentJob job(SqlSession session, String server, AgentSql.Job job, String name, int agentType) {
        return new AgentJob(
                session, server, job, name, agentType, pause, request.settings().jobTimeout());
    }

    private PrimaryRegistration primaryEntry() throws Failure, InterruptedException {
        return PrimaryRegistration.read(primary, names.database()).orElseThrow(() -> gone(names.primary()));
    }

    private SecondaryRegistration secondaryEntry() throws Failure, InterruptedException {
        return SecondaryRegistration.read(secondary, names.database()).stream()
                .filter(entry -> names.primary().equalsIgnoreCase(entry.primaryServer()))
                .findFirst()
                .orElseThrow(() -> gone(names.secondary()));
    }

    private Failure gone(String server) {
        return Failure.of(
                        Failure.Code.NOT_VERIFIED,
                        server + ": the registration of " + names.database()
                                + " for log shipping is not there any more.")
                .next("Find out who removes it, then run this step again.");
    }

    private static Failure unproven(String server, String job, String seen) {
        return Failure.of(Failure.Code.NOT_VERIFIED, server + ": the job " + job + " ended well, but " + seen + ".")
                .next("Look at the job's history on that instance, then run this step again.");
    }
}
