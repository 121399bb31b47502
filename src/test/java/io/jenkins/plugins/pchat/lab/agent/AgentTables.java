package io.jenkins.plugins.pchat.lab.agent;

import java.util.Map;

/** The tables of {@code msdb} that SQL Server Agent keeps, with the columns of SQL Server 2014. */
final class AgentTables {

    /** The category of the jobs that log shipping makes. */
    static final int LOG_SHIPPING = 6;

    private static final String NAME = "VARCHAR(128)";
    private static final String WHEN = "TIMESTAMP(3)";

    private AgentTables() {}

    static void create(Msdb msdb) {
        msdb.createSchema();
        categories(msdb);
        jobs(msdb);
        runs(msdb);
        schedules(msdb);
    }

    private static void categories(Msdb msdb) {
        msdb.create(
                "syscategories",
                "category_id INT PRIMARY KEY",
                "category_class INT NOT NULL",
                "category_type TINYINT NOT NULL",
                "name " + NAME + " NOT NULL");
        if (msdb.row("SELECT 1 AS one FROM msdb.syscategories").isEmpty()) {
            Map.of(0, "[Uncategorized (Local)]", 3, "Database Maintenance", LOG_SHIPPING, "Log Shipping")
                    .forEach((id, name) -> msdb.update("INSERT INTO msdb.syscategories VALUES (?, 1, 1, ?)", id, name));
        }
    }

    private static void jobs(Msdb msdb) {
        msdb.create(
                "sysjobs",
                "job_id UUID PRIMARY KEY",
                "originating_server_id INT DEFAULT 0 NOT NULL",
                "name " + NAME + " NOT NULL UNIQUE",
                "enabled TINYINT NOT NULL",
                "description VARCHAR(512)",
                "start_step_id INT DEFAULT 1 NOT NULL",
                "category_id INT NOT NULL",
                "owner_sid VARBINARY(85)",
                "notify_level_eventlog INT DEFAULT 0 NOT NULL",
                "notify_level_email INT DEFAULT 0 NOT NULL",
                "notify_level_netsend INT DEFAULT 0 NOT NULL",
                "notify_level_page INT DEFAULT 0 NOT NULL",
                "notify_email_operator_id INT DEFAULT 0 NOT NULL",
                "notify_netsend_operator_id INT DEFAULT 0 NOT NULL",
                "notify_page_operator_id INT DEFAULT 0 NOT NULL",
                "delete_level INT DEFAULT 0 NOT NULL",
                "date_created " + WHEN + " NOT NULL",
                "date_modified " + WHEN + " NOT NULL",
                "version_number INT DEFAULT 1 NOT NULL");
        msdb.create(
                "sysjobsteps",
                "job_id UUID NOT NULL",
                "step_id INT NOT NULL",
                "step_name " + NAME + " NOT NULL",
                "subsystem VARCHAR(40) NOT NULL",
                "command VARCHAR",
                "flags INT DEFAULT 0 NOT NULL",
                "additional_parameters VARCHAR",
                "cmdexec_success_code INT DEFAULT 0 NOT NULL",
                "on_success_action TINYINT DEFAULT 1 NOT NULL",
                "on_success_step_id INT DEFAULT 0 NOT NULL",
                "on_fail_action TINYINT DEFAULT 2 NOT NULL",
                "on_fail_step_id INT DEFAULT 0 NOT NULL",
                "server " + NAME,
                "database_name " + NAME,
                "database_user_name " + NAME,
                "retry_attempts INT DEFAULT 0 NOT NULL",
                "retry_interval INT DEFAULT 0 NOT NULL",
                "os_run_priority INT DEFAULT 0 NOT NULL",
                "output_file_name VARCHAR(200)",
                "last_run_outcome INT DEFAULT 0 NOT NULL",
                "last_run_duration INT DEFAULT 0 NOT NULL",
                "last_run_retries INT DEFAULT 0 NOT NULL",
                "last_run_date INT DEFAULT 0 NOT NULL",
                "last_run_time INT DEFAULT 0 NOT NULL",
                "proxy_id INT",
                "step_uid UUID",
                "PRIMARY KEY (job_id, step_id)");
        msdb.create(
                "sysjobservers",
                "job_id UUID NOT NULL",
                "server_id INT NOT NULL",
                "last_run_outcome TINYINT DEFAULT 5 NOT NULL",
                "last_outcome_message VARCHAR(4000)",
                "last_run_date INT DEFAULT 0 NOT NULL",
                "last_run_time INT DEFAULT 0 NOT NULL",
                "last_run_duration INT DEFAULT 0 NOT NULL");
    }

    private static void runs(Msdb msdb) {
        msdb.create("syssessions", "session_id INT AUTO_INCREMENT PRIMARY KEY", "agent_start_date " + WHEN + " NOT NULL");
        msdb.create(
                "sysjobactivity",
                "session_id INT NOT NULL",
                "job_id UUID NOT NULL",
                "run_requested_date " + WHEN,
                "run_requested_source " + NAME,
                "queued_date " + WHEN,
                "start_execution_date " + WHEN,
                "last_executed_step_id INT",
                "last_executed_step_date " + WHEN,
                "stop_execution_date " + WHEN,
                "job_history_id INT",
                "next_scheduled_run_date " + WHEN,
                "PRIMARY KEY (session_id, job_id)");
        msdb.create(
                "sysjobhistory",
                "instance_id INT AUTO_INCREMENT PRIMARY KEY",
                "job_id UUID NOT NULL",
                "step_id INT NOT NULL",
                "step_name " + NAME + " NOT NULL",
                "sql_message_id INT NOT NULL",
                "sql_severity INT NOT NULL",
                "message VARCHAR(4000)",
                "run_status INT NOT NULL",
                "run_date INT NOT NULL",
                "run_time INT NOT NULL",
                "run_duration INT NOT NULL",
                "operator_id_emailed INT DEFAULT 0 NOT NULL",
                "operator_id_netsent INT DEFAULT 0 NOT NULL",
                "operator_id_paged INT DEFAULT 0 NOT NULL",
                "retries_attempted INT DEFAULT 0 NOT NULL",
                "server " + NAME + " NOT NULL");
    }

    private static void schedules(Msdb msdb) {
        msdb.create(
                "sysschedules",
                "schedule_id INT AUTO_INCREMENT PRIMARY KEY",
                "schedule_uid UUID NOT NULL",
                "originating_server_id INT DEFAULT 0 NOT NULL",
                "name " + NAME + " NOT NULL",
                "owner_sid VARBINARY(85)",
                "enabled INT NOT NULL",
                "freq_type INT NOT NULL",
                "freq_interval INT NOT NULL",
                "freq_subday_type INT NOT NULL",
                "freq_subday_interval INT NOT NULL",
                "freq_relative_interval INT NOT NULL",
                "freq_recurrence_factor INT NOT NULL",
                "active_start_date INT NOT NULL",
                "active_end_date INT NOT NULL",
                "active_start_time INT NOT NULL",
                "active_end_time INT NOT NULL",
                "date_created " + WHEN + " NOT NULL",
                "date_modified " + WHEN + " NOT NULL",
                "version_number INT DEFAULT 1 NOT NULL");
        msdb.create(
                "sysjobschedules",
                "schedule_id INT NOT NULL",
                "job_id UUID NOT NULL",
                "next_run_date INT DEFAULT 0 NOT NULL",
                "next_run_time INT DEFAULT 0 NOT NULL",
                "PRIMARY KEY (job_id, schedule_id)");
    }
}
