package io.jenkins.plugins.pchat.lab.agent;

import static io.jenkins.plugins.pchat.lab.agent.Refused.arguments;
import static io.jenkins.plugins.pchat.lab.agent.Refused.needed;
import static io.jenkins.plugins.pchat.lab.agent.Refused.procedure;

import io.jenkins.plugins.pchat.lab.server.Instance;
import io.jenkins.plugins.pchat.lab.server.Procedure;
import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * {@code msdb.dbo.sp_add_job} and the other procedures about jobs. Notifications and proxies are taken and mean nothing
 * here.
 */
final class JobProcedures {

    private final Msdb msdb;
    private final Jobs jobs;
    private final SqlServerAgent agent;

    JobProcedures(Msdb msdb, Jobs jobs, SqlServerAgent agent) {
        this.msdb = msdb;
        this.jobs = jobs;
        this.agent = agent;
    }

    void register(Instance instance) {
        instance.register(
                "msdb.dbo.sp_add_job",
                procedure(
                        arguments("@job_name @enabled @description @start_step_id @category_name @category_id "
                                + "@owner_login_name @notify_level_eventlog @notify_level_email @notify_level_netsend "
                                + "@notify_level_page @notify_email_operator_name @notify_netsend_operator_name "
                                + "@notify_page_operator_name @delete_level @job_id @originating_server"),
                        this::add));
        instance.register(
                "msdb.dbo.sp_add_jobstep",
                procedure(
                        arguments("@job_id @job_name @step_id @step_name @subsystem @command @additional_parameters "
                                + "@cmdexec_success_code @on_success_action @on_success_step_id @on_fail_action "
                                + "@on_fail_step_id @server @database_name @database_user_name @retry_attempts "
                                + "@retry_interval @os_run_priority @output_file_name @flags @proxy_id @proxy_name "
                                + "@step_uid"),
                        this::addStep));
        instance.register(
                "msdb.dbo.sp_add_jobserver",
                procedure(arguments("@job_id @job_name @server_name @automatic_post"), this::addServer));
        instance.register(
                "msdb.dbo.sp_update_job",
                procedure(
                        arguments("@job_id @job_name @new_name @enabled @description @start_step_id @category_name "
                                + "@owner_login_name"),
                        this::update));
        instance.register(
                "msdb.dbo.sp_delete_job",
                procedure(
                        arguments("@job_id @job_name @originating_server @delete_history @delete_unused_schedule"),
                        call -> jobs.delete(jobs.of(call), call.number("@delete_unused_schedule", 1) == 1)));
        instance.register(
                "msdb.dbo.sp_start_job",
                procedure(
                        arguments("@job_name @job_id @error_flag @server_name @step_name @output_flag"),
                        call -> agent.request(jobs.of(call), call.login())));
        instance.register(
                "msdb.dbo.sp_stop_job",
                procedure(
                        arguments("@job_name @job_id @originating_server @server_name"),
                        call -> agent.cancel(jobs.of(call), call.login())));
        instance.register(
                "msdb.dbo.sp_help_job",
                procedure(
                        arguments("@job_id @job_name @job_aspect @job_type @owner_login_name @subsystem @category_name "
                                + "@enabled @execution_status"),
                        this::help));
    }

    private void add(Procedure.Call call) throws Refused, ServerError {
        String name = needed(call, "sp_add_job", "@job_name");
        if (jobs.named(name).isPresent()) {
            throw new Refused(14261, "The specified @job_name ('" + name + "') already exists.");
        }
        int category = call.number("@category_id", 0);
        if (call.given("@category_name")) {
            category = category(call.text("@category_name"));
        }
        String description = call.given("@description") ? call.text("@description") : "No description available.";
        call.output("@job_id", jobs.create(name, call.number("@enabled", 1) == 1, description, category));
    }

    private int category(String name) throws Refused {
        return msdb.row("SELECT category_id FROM msdb.syscategories WHERE UPPER(name) = UPPER(?)", name)
                .orElseThrow(() -> new Refused(14262, "The specified @category_name ('" + name + "') does not exist."))
                .number("category_id");
    }

    private void addStep(Procedure.Call call) throws Refused, ServerError {
        UUID job = jobs.of(call);
        String name = needed(call, "sp_add_jobstep", "@step_name");
        String subsystem = call.given("@subsystem") ? call.text("@subsystem") : "TSQL";
        jobs.addStep(job, name, subsystem, call.text("@command"), call.text("@database_name"));
    }

    private void addServer(Procedure.Call call) throws Refused {
        UUID job = jobs.of(call);
        if (jobs.hasServer(job)) {
            throw new Refused(
                    14269,
                    "Job '" + job + "' is already targeted at server '"
                            + call.instance().serverName() + "'.");
        }
        jobs.addServer(job);
    }

    private void update(Procedure.Call call) throws Refused {
        UUID job = jobs.of(call);
        if (call.given("@enabled")) {
            jobs.update(job, "enabled", call.number("@enabled", 0));
        }
        if (call.given("@description")) {
            jobs.update(job, "description", call.text("@description"));
        }
        if (call.given("@category_name")) {
            jobs.update(job, "category_id", category(call.text("@category_name")));
        }
        if (call.given("@new_name")) {
            if (jobs.named(call.text("@new_name")).isPresent()) {
                throw new Refused(14261, "The specified @new_name ('" + call.text("@new_name") + "') already exists.");
            }
            jobs.update(job, "name", call.text("@new_name"));
        }
        agent.schedulesChanged(job);
    }

    private void help(Procedure.Call call) throws Refused {
        boolean one = call.given("@job_id") || call.given("@job_name");
        UUID only = one ? jobs.of(call) : null;
        List<List<?>> rows = new ArrayList<>();
        for (Msdb.Row job : msdb.rows("SELECT j.job_id, j.name, j.enabled, c.name AS category, s.last_run_outcome,"
                + " s.last_run_date, s.last_run_time FROM msdb.sysjobs j JOIN msdb.syscategories c ON"
                + " c.category_id = j.category_id LEFT JOIN msdb.sysjobservers s ON s.job_id = j.job_id ORDER BY"
                + " j.name")) {
            UUID id = job.id("job_id");
            if (only == null || only.equals(id)) {
                rows.add(List.of(
                        id,
                        job.text("name"),
                        job.number("enabled"),
                        job.text("category"),
                        job.number("last_run_outcome"),
                        job.number("last_run_date"),
                        job.number("last_run_time"),
                        agent.executes(id) ? 1 : 4));
            }
        }
        call.result(
                List.of(
                        Column.of("job_id", Column.Type.UNIQUEIDENTIFIER),
                        Column.nvarchar("name", 128),
                        Column.of("enabled", Column.Type.TINYINT),
                        Column.nvarchar("category", 128),
                        Column.of("last_run_outcome", Column.Type.INT),
                        Column.of("last_run_date", Column.Type.INT),
                        Column.of("last_run_time", Column.Type.INT),
                        Column.of("current_execution_status", Column.Type.INT)),
                rows);
    }
}
