package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What the {@code msdb} of one instance says of a database's backups and of its log shipping, group by group.
 *
 * @param primary the database as log shipping primary
 * @param secondary the registrations of the database as secondary, of whichever primary
 * @param follows whether the database is registered as a secondary at all
 * @param logBackups the log backups of the last week that continue its chain, as path, who and when, the latest first
 * @param runningJobs the jobs of log shipping that run right now
 * @param handOver the latest hand-over backup that this instance has taken
 * @param lastLogBackup when this instance last backed up the database's log
 */
record ShippingFacts(
        Reading<Optional<PrimaryRegistration>> primary,
        Reading<List<SecondaryRegistration>> secondary,
        Reading<Boolean> follows,
        Reading<List<LogBackup>> logBackups,
        Reading<List<String>> runningJobs,
        Reading<Optional<BackupSet>> handOver,
        Reading<Optional<LocalDateTime>> lastLogBackup) {

    private static final int A_WEEK = 7;

    /** A log backup. */
    record LogBackup(String path, String user, LocalDateTime finished) {

        private static LogBackup of(SqlRow row) {
            return new LogBackup(
                    String.valueOf(row.text("physical_device_name")),
                    row.text("user_name"),
                    row.time("backup_finish_date"));
        }

        String line() {
            return path + " by " + user + " at " + finished;
        }
    }

    static ShippingFacts read(Questions questions, String name, Reading<ServerIdentity> identity)
            throws InterruptedException {
        return new ShippingFacts(
                questions.ask(session -> PrimaryRegistration.read(session, name)),
                questions.ask(session -> SecondaryRegistration.read(session, name)),
                questions.ask(session ->
                        !session.query(Queries.LOG_SHIPPING_SECONDARY, name).isEmpty()),
                questions.ask(session ->
                        session
                                .query(
                                        LogShippingQueries.LOG_BACKUPS,
                                        name,
                                        identity.get().time().minusDays(A_WEEK))
                                .stream()
                                .map(LogBackup::of)
                                .toList()),
                questions.ask(session -> Questions.names(session.query(InspectionQueries.RUNNING_JOBS))),
                questions.ask(session -> HandOver.latest(BackupSet.read(session, name, identity.get()))),
                questions.ask(session -> Optional.ofNullable(SqlRow.first(session.query(
                                Queries.LAST_LOG_BACKUP, name, identity.get().name()))
                        .time("last_finish"))));
    }
}
