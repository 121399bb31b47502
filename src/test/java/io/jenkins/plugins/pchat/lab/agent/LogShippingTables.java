package io.jenkins.plugins.pchat.lab.agent;

/** The tables of {@code msdb} that log shipping keeps. Both servers have all of them: each is its own monitor. */
final class LogShippingTables {

    private static final String NAME = "VARCHAR(128)";
    private static final String PATH = "VARCHAR(500)";
    private static final String WHEN = "TIMESTAMP(3)";

    private LogShippingTables() {}

    static void create(Msdb msdb) {
        primary(msdb);
        secondary(msdb);
        monitor(msdb);
    }

    private static void primary(Msdb msdb) {
        msdb.create(
                "log_shipping_primary_databases",
                "primary_id UUID PRIMARY KEY",
                "primary_database " + NAME + " NOT NULL UNIQUE",
                "backup_directory " + PATH + " NOT NULL",
                "backup_share " + PATH + " NOT NULL",
                "backup_retention_period INT NOT NULL",
                "backup_job_id UUID NOT NULL",
                "monitor_server " + NAME + " NOT NULL",
                "user_specified_monitor BOOLEAN",
                "monitor_server_security_mode BOOLEAN NOT NULL",
                "last_backup_file " + PATH,
                "last_backup_date " + WHEN,
                "backup_compression TINYINT NOT NULL");
        msdb.create(
                "log_shipping_primary_secondaries",
                "primary_id UUID NOT NULL",
                "secondary_server " + NAME + " NOT NULL",
                "secondary_database " + NAME + " NOT NULL",
                "PRIMARY KEY (primary_id, secondary_server, secondary_database)");
    }

    private static void secondary(Msdb msdb) {
        msdb.create(
                "log_shipping_secondary",
                "secondary_id UUID PRIMARY KEY",
                "primary_server " + NAME + " NOT NULL",
                "primary_database " + NAME + " NOT NULL",
                "backup_source_directory " + PATH + " NOT NULL",
                "backup_destination_directory " + PATH + " NOT NULL",
                "file_retention_period INT NOT NULL",
                "copy_job_id UUID NOT NULL",
                "restore_job_id UUID NOT NULL",
                "monitor_server " + NAME + " NOT NULL",
                "monitor_server_security_mode BOOLEAN NOT NULL",
                "user_specified_monitor BOOLEAN",
                "last_copied_file " + PATH,
                "last_copied_date " + WHEN,
                "UNIQUE (primary_server, primary_database)");
        msdb.create(
                "log_shipping_secondary_databases",
                "secondary_database " + NAME + " PRIMARY KEY",
                "secondary_id UUID NOT NULL",
                "restore_delay INT NOT NULL",
                "restore_all BOOLEAN NOT NULL",
                "restore_mode BOOLEAN NOT NULL",
                "disconnect_users BOOLEAN NOT NULL",
                "block_size INT",
                "buffer_count INT",
                "max_transfer_size INT",
                "last_restored_file " + PATH,
                "last_restored_date " + WHEN);
    }

    private static void monitor(Msdb msdb) {
        msdb.create(
                "log_shipping_monitor_primary",
                "primary_id UUID PRIMARY KEY",
                "primary_server " + NAME + " NOT NULL",
                "primary_database " + NAME + " NOT NULL",
                "backup_threshold INT NOT NULL",
                "threshold_alert INT NOT NULL",
                "threshold_alert_enabled BOOLEAN NOT NULL",
                "last_backup_file " + PATH,
                "last_backup_date " + WHEN,
                "last_backup_date_utc " + WHEN,
                "history_retention_period INT NOT NULL");
        msdb.create(
                "log_shipping_monitor_secondary",
                "secondary_server " + NAME + " NOT NULL",
                "secondary_database " + NAME + " NOT NULL",
                "secondary_id UUID NOT NULL",
                "primary_server " + NAME + " NOT NULL",
                "primary_database " + NAME + " NOT NULL",
                "restore_threshold INT NOT NULL",
                "threshold_alert INT NOT NULL",
                "threshold_alert_enabled BOOLEAN NOT NULL",
                "last_copied_file " + PATH,
                "last_copied_date " + WHEN,
                "last_copied_date_utc " + WHEN,
                "last_restored_file " + PATH,
                "last_restored_date " + WHEN,
                "last_restored_date_utc " + WHEN,
                "last_restored_latency INT",
                "history_retention_period INT NOT NULL",
                "PRIMARY KEY (secondary_id, secondary_database)");
        msdb.create("log_shipping_monitor_alert", "alert_job_id UUID PRIMARY KEY");
        msdb.create(
                "log_shipping_monitor_history_detail",
                "agent_id UUID NOT NULL",
                "agent_type TINYINT NOT NULL",
                "session_id INT NOT NULL",
                "database_name " + NAME,
                "session_status TINYINT NOT NULL",
                "log_time " + WHEN + " NOT NULL",
                "log_time_utc " + WHEN + " NOT NULL",
                "message VARCHAR");
        msdb.create(
                "log_shipping_monitor_error_detail",
                "agent_id UUID NOT NULL",
                "agent_type TINYINT NOT NULL",
                "session_id INT NOT NULL",
                "database_name " + NAME,
                "sequence_number INT NOT NULL",
                "log_time " + WHEN + " NOT NULL",
                "log_time_utc " + WHEN + " NOT NULL",
                "message VARCHAR",
                "source VARCHAR(4000)",
                "help_url VARCHAR(4000)");
    }
}
