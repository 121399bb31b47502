package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.sql.SqlName;
import io.jenkins.plugins.pchat.engine.sql.SqlText;
import io.jenkins.plugins.pchat.engine.sql.TSql;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The T-SQL of what is left for a person after a failback, with the names of this deployment. It is text: none of it is ever executed from here. Each is to
 * be pasted into a query window of the server that its first line names; GO ends a batch there.
 */
public final class FailedBackSql {

    private FailedBackSql() {}

    /** Gives the users of the primary's database a login, one statement each; empty when each has one. */
    public static List<String> logins(FailedBack seen) {
        if (!seen.orphans().present()) {
            return List.of();
        }
        return seen.orphans().get().stream()
                .filter(user -> PlainText.isPlain(user.name()))
                .map(user -> on(seen.primaryName(), login(seen.asked().database(), user)))
                .toList();
    }

    /** A SQL user goes by its login's SID, so it is tied anew; a Windows user keeps the SID of the domain. */
    private static String login(String database, OrphanedUser user) {
        SqlName name = SqlName.of(user.name());
        if (user.attachable()) {
            return TSql.attachUser(database, user.name());
        }
        return "SQL_USER".equals(user.type())
                ? "CREATE LOGIN " + name + " WITH PASSWORD = N'<its password>';\n"
                        + TSql.attachUser(database, user.name())
                : "-- Not for an account or a group of the other machine itself: it means nothing here.\nCREATE LOGIN "
                        + name + " FROM WINDOWS";
    }

    /**
     * Registers the mirror as a second log shipping primary: the primary's part of the script that SQL Server Management Studio makes, with the settings of
     * the first. The secondary goes on under the first primary's name.
     *
     * @param server the mirror, as the topology names it
     */
    public static List<String> secondPrimary(FailedBack seen, String server) {
        ConfigureLogShipping.Request asked = seen.asked();
        LogShippingNames names = LogShippingNames.of(server, seen.secondaryName(), asked.database(), asked.settings());
        AgentSql.Job job = AgentSql.Job.backup(names);
        LocalDateTime today =
                seen.primary().present() ? seen.primary().get().server().time() : LocalDateTime.now();
        return Stream.of(
                        LogShippingSql.addPrimary(names, asked.share(), asked.settings()),
                        AgentSql.schedule(
                                job,
                                names.backupSchedule(),
                                asked.settings().backup().interval(),
                                today),
                        AgentSql.enable(job),
                        LogShippingSql.addAlertJob(),
                        LogShippingSql.addPrimarySecondary(names))
                .map(batch -> on(server, batch))
                .toList();
    }

    /** Drops copies that are nothing but RESTORING; one that has come to life since stays. */
    public static List<String> dropCopies(String instance, List<String> databases) {
        List<String> all = new ArrayList<>();
        for (String database : databases) {
            SqlText name = SqlText.of(database);
            all.add(on(
                    instance,
                    "IF DATABASEPROPERTYEX(" + name + ", 'Status') = 'RESTORING'\n"
                            + "    AND EXISTS (SELECT 1 FROM sys.database_mirroring\n"
                            + "        WHERE database_id = DB_ID(" + name + ") AND mirroring_guid IS NULL)\n"
                            + "    DROP DATABASE " + SqlName.of(database)));
        }
        return List.copyOf(all);
    }

    /** What the compliance adapter may not have processed before the failback: the tables of that database that hold rows. */
    public static String complianceRows(FailedBack seen) {
        String schema = SqlName.of(DatabaseName.MGCCOMP) + ".sys.";
        return on(seen.secondaryName(), """
                SELECT t.name, SUM(p.row_count) AS row_count
                FROM %sdm_db_partition_stats AS p
                JOIN %stables AS t ON t.object_id = p.object_id
                WHERE p.index_id IN (0, 1)
                GROUP BY t.name
                HAVING SUM(p.row_count) > 0""".formatted(schema, schema));
    }

    /** Whether the backup instance has a compliance database that can be asked. */
    public static boolean hasOldCompliance(FailedBack seen) {
        return seen.secondaryCompliance().present()
                && seen.secondaryCompliance().get().map(DatabaseState::online).orElse(false);
    }

    /** Whether the primary's database is mirrored already; false while that can't be read. */
    public static boolean isMirrored(FailedBack seen) {
        return seen.primary().present() && seen.primary().get().mirroring().mirrored();
    }

    /** Whether the primary has a compliance database. */
    public static boolean hasCompliance(FailedBack seen) {
        return seen.primaryCompliance().present()
                && seen.primaryCompliance().get().isPresent();
    }

    /** Reads the whole database and checks it. */
    public static String check(FailedBack seen) {
        return on(seen.primaryName(), "DBCC CHECKDB (" + SqlText.of(seen.asked().database()) + ") WITH NO_INFOMSGS");
    }

    /** The failback's backups on the share that were used for it; empty while that can't be read. */
    public static List<String> keptFiles(FailedBack seen) {
        return seen.files().present() ? seen.files().get().kept() : List.of();
    }

    /** Those that were not: left by attempts that were cut or repeated. */
    public static List<String> leftoverFiles(FailedBack seen) {
        return seen.files().present() ? seen.files().get().leftover() : List.of();
    }

    private static String on(String server, String statement) {
        return "-- On " + PlainText.line(server) + ", in master:\n" + statement + "\nGO";
    }
}
