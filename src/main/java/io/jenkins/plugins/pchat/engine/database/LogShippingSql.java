package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.sql.SqlText;

/**
 * The procedures of log shipping as batches of their own, for SQL Server 2008 R2 and later. Some of them fail by
 * returning 1 without raising anything, so each return code is looked at in the batch. No monitor server is named: each
 * server is its own, which keeps the monitor's rows with the jobs that write them.
 */
final class LogShippingSql {

    private LogShippingSql() {}

    /** The value of {@code @backup_compression}: 0 off, 1 on, 2 as the instance is set. */
    static int compression(Compression compression) {
        return switch (compression) {
            case OFF -> 0;
            case ON -> 1;
            case DEFAULT -> 2;
        };
    }

    /** Registers the primary database and makes its backup job, disabled. */
    static String addPrimary(LogShippingNames names, String share, LogShippingSettings settings) {
        return new Call("master.dbo.sp_add_log_shipping_primary_database")
                .text("database", names.database())
                .text("backup_directory", share)
                .text("backup_share", share)
                .text("backup_job_name", names.backupJob())
                .number("backup_retention_period", settings.backup().retention())
                .number("backup_compression", compression(settings.backup().compression()))
                .number("backup_threshold", settings.backup().threshold())
                .number("threshold_alert", 14420)
                .number("threshold_alert_enabled", settings.thresholdAlerts() ? 1 : 0)
                .number("history_retention_period", settings.historyRetention())
                .output("backup_job_id", "uniqueidentifier")
                .output("primary_id", "uniqueidentifier")
                .number("overwrite", 1)
                .batch();
    }

    /** Tells the primary of its secondary. */
    static String addPrimarySecondary(LogShippingNames names) {
        return new Call("master.dbo.sp_add_log_shipping_primary_secondary")
                .text("primary_database", names.database())
                .text("secondary_server", names.secondary())
                .text("secondary_database", names.database())
                .number("overwrite", 1)
                .batch();
    }

    /** Registers the primary on the secondary and makes the copy and restore jobs, disabled. */
    static String addSecondaryPrimary(
            LogShippingNames names, String share, String folder, LogShippingSettings settings) {
        return new Call("master.dbo.sp_add_log_shipping_secondary_primary")
                .text("primary_server", names.primary())
                .text("primary_database", names.database())
                .text("backup_source_directory", share)
                .text("backup_destination_directory", folder)
                .text("copy_job_name", names.copyJob())
                .text("restore_job_name", names.restoreJob())
                .number("file_retention_period", settings.copy().retention())
                .output("copy_job_id", "uniqueidentifier")
                .output("restore_job_id", "uniqueidentifier")
                .output("secondary_id", "uniqueidentifier")
                .number("overwrite", 1)
                .batch();
    }

    /**
     * Registers the database that the log is restored to: WITH NORECOVERY, at once, all files that are there.
     * NORECOVERY has nobody to disconnect, and SQL Server refuses to combine the two.
     */
    static String addSecondaryDatabase(LogShippingNames names, LogShippingSettings settings) {
        return new Call("master.dbo.sp_add_log_shipping_secondary_database")
                .text("secondary_database", names.database())
                .text("primary_server", names.primary())
                .text("primary_database", names.database())
                .number("restore_delay", 0)
                .number("restore_all", 1)
                .number("restore_mode", 0)
                .number("disconnect_users", 0)
                .number("restore_threshold", settings.restore().threshold())
                .number("threshold_alert", 14421)
                .number("threshold_alert_enabled", settings.thresholdAlerts() ? 1 : 0)
                .number("history_retention_period", settings.historyRetention())
                .number("overwrite", 1)
                .batch();
    }

    /** Makes the job that raises 14420 and 14421, enabled; nothing happens when it is there. */
    static String addAlertJob() {
        return new Call("master.dbo.sp_add_log_shipping_alert_job").batch();
    }

    static String deletePrimarySecondary(String database, String server, String secondaryDatabase) {
        return new Call("master.dbo.sp_delete_log_shipping_primary_secondary")
                .text("primary_database", database)
                .text("secondary_server", server)
                .text("secondary_database", secondaryDatabase)
                .batch();
    }

    /** Removes the primary with its backup job, and looks whether it is gone. */
    static String deletePrimary(String database) {
        return new Call("master.dbo.sp_delete_log_shipping_primary_database")
                        .text("database", database)
                        .batch()
                + gone("log_shipping_primary_databases", "primary_database = " + SqlText.of(database));
    }

    /** Removes the secondary database, and looks whether it is gone; the jobs go with the last one of their primary. */
    static String deleteSecondaryDatabase(String database) {
        return new Call("master.dbo.sp_delete_log_shipping_secondary_database")
                        .text("secondary_database", database)
                        .batch()
                + gone("log_shipping_secondary_databases", "secondary_database = " + SqlText.of(database));
    }

    /**
     * Removes a primary from the secondary, with copy and restore job, if that has not happened with its last database.
     */
    static String deleteSecondaryPrimary(String server, String database) {
        String condition = "primary_server = " + SqlText.of(server) + " AND primary_database = " + SqlText.of(database);
        return "IF EXISTS (SELECT 1 FROM msdb.dbo.log_shipping_secondary WHERE " + condition + ")\nBEGIN\n"
                + new Call("master.dbo.sp_delete_log_shipping_secondary_primary")
                        .text("primary_server", server)
                        .text("primary_database", database)
                        .batch()
                + "\nEND;"
                + gone("log_shipping_secondary", condition);
    }

    private static String gone(String table, String condition) {
        return "\nIF EXISTS (SELECT 1 FROM msdb.dbo." + table + " WHERE " + condition + ")\n    RAISERROR(N'" + table
                + " still has the entry that was to be removed.', 16, 1);";
    }

    /**
     * Makes a folder with its parents on the server whose session runs it; nothing happens when it is there (22048 if
     * it can't be made).
     */
    static String createFolder(String folder) {
        return "EXEC master.dbo.xp_create_subdir " + SqlText.of(folder);
    }

    /** One procedure call: named arguments, outputs into variables of the same name, the return code looked at. */
    static final class Call {
        private final String procedure;
        private final StringBuilder arguments = new StringBuilder();
        private final StringBuilder variables = new StringBuilder("DECLARE @rc int");

        Call(String procedure) {
            this.procedure = procedure;
        }

        Call text(String name, String value) {
            return argument(name, SqlText.of(value).toString());
        }

        Call number(String name, long value) {
            return argument(name, String.valueOf(value));
        }

        /** An argument whose value is a variable of the same name that the batch has before. */
        Call variable(String name) {
            return argument(name, "@" + name);
        }

        Call output(String name, String type) {
            variables.append(", @").append(name).append(' ').append(type);
            return argument(name, "@" + name + " OUTPUT");
        }

        private Call argument(String name, String value) {
            arguments
                    .append(arguments.isEmpty() ? "" : ",")
                    .append("\n    @")
                    .append(name)
                    .append(" = ")
                    .append(value);
            return this;
        }

        String batch() {
            return variables + ";\n" + statement();
        }

        /** The call without the declaration of its variables. */
        String statement() {
            return "EXEC @rc = " + procedure + arguments + ";\nIF ISNULL(@rc, 1) <> 0\n    RAISERROR(N'" + procedure
                    + " returned %d.', 16, 1, @rc);";
        }
    }
}
