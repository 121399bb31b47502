package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Removes what is registered otherwise than wanted, and registers what is missing; in the order of Microsoft's
 * documents: removal on the primary first, and each end complete before the other. Each action leaves a state that a
 * second run recognises.
 */
final class RegistrationActions {

    private final ConfigureLogShipping.Request request;
    private final LogShippingSettings settings;
    private final SqlSession primary;
    private final SqlSession secondary;
    private final LogShippingGoal goal;
    private final LogShippingState seen;
    private final LogShippingNames names;
    private final List<PlannedAction> actions = new ArrayList<>();

    RegistrationActions(
            ConfigureLogShipping.Request request,
            SqlSession primary,
            SqlSession secondary,
            LogShippingGoal goal,
            LogShippingState seen) {
        this.request = request;
        this.settings = request.settings();
        this.primary = primary;
        this.secondary = secondary;
        this.goal = goal;
        this.seen = seen;
        this.names = seen.names();
    }

    List<PlannedAction> removal() {
        actions.clear();
        String database = names.database();
        if (goal.mustRemovePrimary(seen)) {
            if (goal.shipsToSecondary(seen)) {
                onPrimary(
                        "forget the secondary",
                        LogShippingSql.deletePrimarySecondary(database, names.secondary(), database));
            }
            onPrimary("remove the registration and its backup job", LogShippingSql.deletePrimary(database));
        }
        if (goal.mustRemoveSecondary(seen)) {
            boolean registered = seen.orphanedDatabase();
            for (SecondaryRegistration entry : seen.secondaryEntries()) {
                registered |= database.equalsIgnoreCase(entry.database());
            }
            if (registered) {
                onSecondary(
                        "remove the secondary database's registration",
                        LogShippingSql.deleteSecondaryDatabase(database));
            }
            for (SecondaryRegistration entry : seen.secondaryEntries()) {
                onSecondary(
                        "remove the registration of " + entry.primaryServer() + " with its copy and restore jobs",
                        LogShippingSql.deleteSecondaryPrimary(entry.primaryServer(), entry.primaryDatabase()));
            }
        }
        for (LogShippingState.Leftover job : seen.leftovers()) {
            String text = "delete the job " + job.name() + ", which belongs to no registration any more";
            if (job.onPrimary()) {
                onPrimary(text, AgentSql.delete(job.name()));
            } else {
                onSecondary(text, AgentSql.delete(job.name()));
            }
        }
        return List.copyOf(actions);
    }

    List<PlannedAction> registration() {
        actions.clear();
        primaryEnd();
        secondaryEnd();
        return List.copyOf(actions);
    }

    private void primaryEnd() {
        PrimaryRegistration there = goal.mustRemovePrimary(seen) ? null : seen.primaryEntry();
        AgentSql.Job job = AgentSql.Job.backup(names);
        if (there == null) {
            onPrimary(
                    "register " + names.database() + " as primary, with the job " + names.backupJob(),
                    LogShippingSql.addPrimary(names, request.share(), settings));
        }
        int interval = settings.backup().interval();
        if (there == null || !there.job().every(interval)) {
            onPrimary(
                    "schedule " + names.backupJob() + " every " + interval + " minutes",
                    AgentSql.schedule(
                            job,
                            names.backupSchedule(),
                            interval,
                            seen.primary().server().time()));
        }
        if (there == null || !there.job().enabled()) {
            onPrimary("enable " + names.backupJob(), AgentSql.enable(job));
        }
        alertJob(seen.primary(), this::onPrimary);
        if (there == null || !goal.shipsToSecondary(seen)) {
            onPrimary("register the secondary " + names.secondary(), LogShippingSql.addPrimarySecondary(names));
        }
    }

    private void secondaryEnd() {
        SecondaryRegistration there = goal.mustRemoveSecondary(seen) ? null : seen.secondaryEntry();
        String folder = LogShippingSql.createFolder(request.copyDirectory());
        actions.add(new PlannedAction(
                names.secondary(),
                "make the folder for copied log backups, if it is not there",
                folder,
                false,
                console -> createFolder(folder, console)));
        if (there == null) {
            onSecondary(
                    "register the primary " + names.primary() + ", with the jobs " + names.copyJob() + " and "
                            + names.restoreJob(),
                    LogShippingSql.addSecondaryPrimary(names, request.share(), request.copyDirectory(), settings));
        }
        schedule(
                there == null ? null : there.copyJob(),
                AgentSql.Job.copy(names),
                names.copyJob(),
                LogShippingNames.COPY_SCHEDULE,
                settings.copy().interval());
        schedule(
                there == null ? null : there.restoreJob(),
                AgentSql.Job.restore(names),
                names.restoreJob(),
                LogShippingNames.RESTORE_SCHEDULE,
                settings.restore().interval());
        if (there == null || there.database() == null) {
            onSecondary(
                    "register " + names.database() + " as secondary, restored WITH NORECOVERY",
                    LogShippingSql.addSecondaryDatabase(names, settings));
        }
        if (there == null || !there.copyJob().enabled()) {
            onSecondary("enable " + names.copyJob(), AgentSql.enable(AgentSql.Job.copy(names)));
        }
        if (there == null || !there.restoreJob().enabled()) {
            onSecondary("enable " + names.restoreJob(), AgentSql.enable(AgentSql.Job.restore(names)));
        }
        alertJob(seen.secondary(), this::onSecondary);
    }

    /** One that is there already may be out of reach for making: the root of a share, a parent that is closed to us. */
    private void createFolder(String statement, Console console) throws Failure, InterruptedException {
        try {
            secondary.execute(statement, console);
        } catch (Failure e) {
            if (e.code() != Failure.Code.SQL
                    || !FileCheck.read(secondary, request.copyDirectory()).folder()) {
                throw e;
            }
            console.line(request.copyDirectory() + " is there already.");
        }
    }

    private void schedule(AgentJobState there, AgentSql.Job job, String name, String schedule, int interval) {
        if (there == null || !there.every(interval)) {
            onSecondary(
                    "schedule " + name + " every " + interval + " minutes",
                    AgentSql.schedule(
                            job, schedule, interval, seen.secondary().server().time()));
        }
    }

    /** The procedure that makes the alert job leaves one that is there as it is: disabled, if it was. */
    private static void alertJob(LogShippingEnd end, BiConsumer<String, String> add) {
        if (end.alertJobDisabled()) {
            add.accept("enable the alert job", AgentSql.enable(AgentSql.Job.alert()));
        } else if (!end.alertJob()) {
            add.accept("make the alert job", LogShippingSql.addAlertJob());
        }
    }

    private void onPrimary(String text, String statement) {
        actions.add(new PlannedAction(
                names.primary(), text, statement, false, console -> primary.execute(statement, console)));
    }

    private void onSecondary(String text, String statement) {
        actions.add(new PlannedAction(
                names.secondary(), text, statement, false, console -> secondary.execute(statement, console)));
    }
}
