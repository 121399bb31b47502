package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;
import java.util.Optional;

/** What was read of both instances before the failback; {@link DatabaseChecks} makes something of it. */
public final class BothServers {

    private final InspectionScope scope;
    private final InstanceFacts primary;
    private final InstanceFacts backup;
    private final Reading<ShippingGuards.JobNames> jobNames;
    private final Reading<ComeThisFar> progress;

    private BothServers(
            InspectionScope scope,
            InstanceFacts primary,
            InstanceFacts backup,
            Reading<ShippingGuards.JobNames> jobNames,
            Reading<ComeThisFar> progress) {
        this.scope = scope;
        this.primary = primary;
        this.backup = backup;
        this.jobNames = jobNames;
        this.progress = progress;
    }

    /** Reads, and only reads; what can't be read is a part of the answer. */
    public static BothServers read(SqlSession primary, SqlSession backup, InspectionScope scope, Pause pause)
            throws InterruptedException {
        Questions onPrimary = new Questions(primary);
        Questions onBackup = new Questions(backup);
        InstanceFacts first = InstanceFacts.read(onPrimary, scope, pause);
        InstanceFacts second = InstanceFacts.read(onBackup, scope, pause);
        return new BothServers(
                scope,
                first,
                second,
                jobNames(scope, onPrimary, first, onBackup, second),
                Reading.of(() -> ComeThisFar.of(first, second)));
    }

    /** The names that log shipping's jobs get unless a step gives others, and who has them. */
    private static Reading<ShippingGuards.JobNames> jobNames(
            InspectionScope scope, Questions onPrimary, InstanceFacts primary, Questions onBackup, InstanceFacts backup)
            throws InterruptedException {
        return Reading.of(() -> {
            LogShippingNames names = LogShippingNames.of(
                    primary.server().server().propertyName(),
                    backup.server().server().propertyName(),
                    scope.database(),
                    LogShippingSettings.defaults());
            Optional<String> taken = taken(onPrimary, names.backupJob());
            if (taken.isEmpty()) {
                taken = taken(onBackup, names.copyJob());
            }
            if (taken.isEmpty()) {
                taken = taken(onBackup, names.restoreJob());
            }
            return new ShippingGuards.JobNames(names.tooLong(), taken.orElse(null));
        });
    }

    private static Optional<String> taken(Questions questions, String job) throws InterruptedException {
        return questions.ask(session -> session.query(LogShippingQueries.JOB_BY_NAME, job)).get().stream()
                .filter(row -> !LogShippingReader.isLogShipping(row))
                .map(BothServers::name)
                .findFirst();
    }

    private static String name(SqlRow row) {
        return row.text("name");
    }

    InspectionScope scope() {
        return scope;
    }

    InstanceFacts primary() {
        return primary;
    }

    InstanceFacts backup() {
        return backup;
    }

    ShippingGuards.JobNames jobNames() {
        return jobNames.get();
    }

    ComeThisFar progress() {
        return progress.get();
    }

    /** Whether log shipping has taken the backup's database over, or begun to; false when that can't be known. */
    boolean takenOver() {
        return progress.present() && progress.get().takenOver();
    }

    /** Whether all data is where the failback brings it; false when that can't be known. */
    public boolean complete() {
        return progress.present() && progress.get().complete();
    }

    /** Where the primary runs, by the short name that its host has for itself. */
    public String primaryMachine() {
        return primary.server().rights().get().machine();
    }

    /** The name of the primary's instance; null for the default one. */
    public String primaryInstance() {
        return primary.server().rights().get().instance();
    }

    /** Where the backup runs. */
    public String backupMachine() {
        return backup.server().rights().get().machine();
    }

    /** The name of the backup's instance; null for the default one. */
    public String backupInstance() {
        return backup.server().rights().get().instance();
    }

    /** Both servers, a line each. */
    public List<String> lines() {
        return List.of(primary.line(), backup.line());
    }
}
