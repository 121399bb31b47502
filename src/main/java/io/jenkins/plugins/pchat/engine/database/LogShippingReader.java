package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads both ends of log shipping. */
final class LogShippingReader {

    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1900, 1, 1, 0, 0);
    private static final String LOG_SHIPPING_CATEGORY = "Log Shipping";

    private final ConfigureLogShipping.Request request;
    private final SqlSession primary;
    private final SqlSession secondary;
    private final InitialisationReader initialisation;
    private final Pause pause;

    LogShippingReader(
            ConfigureLogShipping.Request request,
            SqlSession primary,
            SqlSession secondary,
            OperationId id,
            Pause pause) {
        this.request = request;
        this.primary = primary;
        this.secondary = secondary;
        this.initialisation = new InitialisationReader(request, primary, secondary, id);
        this.pause = pause;
    }

    LogShippingState read() throws Failure, InterruptedException {
        return read(end(primary), end(secondary));
    }

    /** The same when both ends were read already. */
    LogShippingState read(LogShippingEnd first, LogShippingEnd second) throws Failure, InterruptedException {
        String database = request.database();
        LogShippingNames names = LogShippingNames.of(first.name(), second.name(), database, request.settings());
        PrimaryRegistration entry = PrimaryRegistration.read(primary, database).orElse(null);
        List<SecondaryRegistration> entries = SecondaryRegistration.read(secondary, database);
        boolean registered =
                !secondary.query(Queries.LOG_SHIPPING_SECONDARY, database).isEmpty();
        return new LogShippingState(
                names,
                first,
                second,
                entry,
                entries,
                registered && entries.stream().noneMatch(e -> database.equalsIgnoreCase(e.database())),
                !primary.query(Queries.LOG_SHIPPING_SECONDARY, database).isEmpty(),
                !secondary.query(Queries.LOG_SHIPPING_PRIMARY, database).isEmpty(),
                leftovers(names, entry, entries),
                foreignLogBackups(first, entry),
                initialisation.handOver(second),
                initialisation.backups(first, second));
    }

    LogShippingEnd end(SqlSession session) throws Failure, InterruptedException {
        String name = request.database();
        ServerIdentity server = ServerIdentity.read(session);
        DatabaseState database = DatabaseState.read(session, name).orElse(null);
        boolean online = database != null && database.online();
        List<SqlRow> alert = session.query(LogShippingQueries.ALERT_JOB);
        return new LogShippingEnd(
                server,
                AgentService.read(session),
                database,
                database == null ? MirroringState.NONE : MirroringState.read(session, name),
                FileCheck.folder(session, request.share(), pause).folder(),
                !alert.isEmpty() && alert.get(0).flag("enabled"),
                !alert.isEmpty() && !alert.get(0).flag("enabled"),
                online ? WriteMark.read(session, name) : null,
                RestoredSet.last(session, name).orElse(null),
                online ? Sessions.in(name, session, server) : List.of());
    }

    private List<LogShippingState.Leftover> leftovers(
            LogShippingNames names, PrimaryRegistration entry, List<SecondaryRegistration> entries)
            throws Failure, InterruptedException {
        List<String> known = new ArrayList<>();
        if (entry != null && entry.job().id() != null) {
            known.add(entry.job().id());
        }
        entries.forEach(
                e -> known.addAll(Stream.of(e.copyJob().id(), e.restoreJob().id())
                        .filter(Objects::nonNull)
                        .toList()));
        List<LogShippingState.Leftover> leftovers = new ArrayList<>();
        leftover(true, names.backupJob(), known).ifPresent(leftovers::add);
        leftover(false, names.copyJob(), known).ifPresent(leftovers::add);
        leftover(false, names.restoreJob(), known).ifPresent(leftovers::add);
        return leftovers;
    }

    private Optional<LogShippingState.Leftover> leftover(boolean onPrimary, String name, List<String> known)
            throws Failure, InterruptedException {
        return (onPrimary ? primary : secondary)
                .query(LogShippingQueries.JOB_BY_NAME, name).stream()
                        .filter(job -> known.stream().noneMatch(job.word("job_id")::equalsIgnoreCase))
                        .map(job -> new LogShippingState.Leftover(onPrimary, job.word("name"), isLogShipping(job)))
                        .findFirst();
    }

    /** Whether a job has log shipping's category. */
    static boolean isLogShipping(SqlRow job) {
        return LOG_SHIPPING_CATEGORY.equalsIgnoreCase(job.text("category"));
    }

    private List<String> foreignLogBackups(LogShippingEnd first, PrimaryRegistration entry)
            throws Failure, InterruptedException {
        LocalDateTime yesterday = first.server().time().minusDays(1);
        LocalDateTime restored = restored(first);
        LocalDateTime since = restored.isAfter(yesterday) ? restored : yesterday;
        List<String> foreign = new ArrayList<>();
        for (SqlRow row : primary.query(LogShippingQueries.LOG_BACKUPS, request.database(), since)) {
            String path = row.text("physical_device_name");
            boolean own = under(request.share(), path) || entry != null && under(entry.directory(), path);
            if (!own) {
                foreign.add(path + " by " + row.text("user_name") + " at " + row.time("backup_finish_date"));
            }
        }
        return foreign;
    }

    static LocalDateTime restored(LogShippingEnd end) {
        return end.restored() == null ? LONG_AGO : end.restored().restored();
    }

    /** Whether a file is in a folder. */
    static boolean under(String folder, String path) {
        return path != null && path.toLowerCase(Locale.ROOT).startsWith(folder.toLowerCase(Locale.ROOT) + "\\");
    }

    InitialisationReader initialisation() {
        return initialisation;
    }
}
