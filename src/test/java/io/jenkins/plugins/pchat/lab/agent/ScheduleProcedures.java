package io.jenkins.plugins.pchat.lab.agent;

import static io.jenkins.plugins.pchat.lab.agent.Refused.arguments;
import static io.jenkins.plugins.pchat.lab.agent.Refused.needed;
import static io.jenkins.plugins.pchat.lab.agent.Refused.procedure;

import io.jenkins.plugins.pchat.lab.server.Errors;
import io.jenkins.plugins.pchat.lab.server.Instance;
import io.jenkins.plugins.pchat.lab.server.Procedure;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code msdb.dbo.sp_add_schedule} and the other procedures about schedules. */
final class ScheduleProcedures {

    private final Msdb msdb;
    private final Jobs jobs;
    private final SqlServerAgent agent;

    ScheduleProcedures(Msdb msdb, Jobs jobs, SqlServerAgent agent) {
        this.msdb = msdb;
        this.jobs = jobs;
        this.agent = agent;
    }

    void register(Instance instance) {
        instance.register(
                "msdb.dbo.sp_add_schedule",
                procedure(
                        arguments("@schedule_name @enabled @freq_type @freq_interval @freq_subday_type "
                                + "@freq_subday_interval @freq_relative_interval @freq_recurrence_factor "
                                + "@active_start_date @active_end_date @active_start_time @active_end_time "
                                + "@owner_login_name @schedule_uid @schedule_id @originating_server"),
                        this::add));
        instance.register(
                "msdb.dbo.sp_attach_schedule",
                procedure(arguments("@job_id @job_name @schedule_id @schedule_name @automatic_post"), this::attach));
        instance.register(
                "msdb.dbo.sp_detach_schedule",
                procedure(
                        arguments("@job_id @job_name @schedule_id @schedule_name @delete_unused_schedule "
                                + "@automatic_post"),
                        this::detach));
        instance.register(
                "msdb.dbo.sp_delete_schedule",
                procedure(arguments("@schedule_id @schedule_name @force_delete @automatic_post"), this::delete));
    }

    private void add(Procedure.Call call) throws Refused, ServerError {
        String name = needed(call, "sp_add_schedule", "@schedule_name");
        int type = call.number("@freq_type", 0);
        if (!List.of(1, 4, 8, 16, 32, 64, 128).contains(type)) {
            throw new Refused(
                    14266, "The specified '@freq_type' is invalid (valid values are: 1, 4, 8, 16, 32, 64, 128).");
        }
        if (!List.of(1, 4).contains(type)) {
            throw Errors.notSimulated("schedules other than those that run once or daily, @freq_type 1 and 4");
        }
        int subday = call.number("@freq_subday_type", 0);
        int every = call.number("@freq_subday_interval", 0);
        if ((subday == 2 || subday == 4) && (every < 1 || every > 59) || subday == 8 && (every < 1 || every > 23)) {
            throw new Refused(
                    14266,
                    "The specified '@freq_subday_interval' is invalid (valid values are: 1..59, 1..23 for hours).");
        }
        UUID uid = UUID.randomUUID();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("schedule_uid", uid);
        row.put("name", name);
        row.put("owner_sid", new byte[] {1});
        row.put("enabled", call.number("@enabled", 1));
        row.put("freq_type", type);
        row.put("freq_interval", call.number("@freq_interval", 0));
        row.put("freq_subday_type", subday);
        row.put("freq_subday_interval", every);
        row.put("freq_relative_interval", call.number("@freq_relative_interval", 0));
        row.put("freq_recurrence_factor", call.number("@freq_recurrence_factor", 0));
        row.put(
                "active_start_date",
                call.number("@active_start_date", AgentTime.date(call.instance().now())));
        row.put("active_end_date", call.number("@active_end_date", 99991231));
        row.put("active_start_time", call.number("@active_start_time", 0));
        row.put("active_end_time", call.number("@active_end_time", 235959));
        row.put("date_created", call.instance().now());
        row.put("date_modified", call.instance().now());
        call.output("@schedule_id", msdb.insert("msdb.sysschedules", row));
        call.output("@schedule_uid", uid);
    }

    private void attach(Procedure.Call call) throws Refused {
        UUID job = jobs.of(call);
        int schedule = schedule(call);
        if (msdb.row("SELECT 1 AS one FROM msdb.sysjobschedules WHERE job_id = ? AND schedule_id = ?", job, schedule)
                .isEmpty()) {
            msdb.insert("msdb.sysjobschedules", Map.of("job_id", job, "schedule_id", schedule));
        }
        agent.schedulesChanged(job);
    }

    private void detach(Procedure.Call call) throws Refused {
        UUID job = jobs.of(call);
        int schedule = schedule(call);
        if (msdb.update("DELETE FROM msdb.sysjobschedules WHERE job_id = ? AND schedule_id = ?", job, schedule) == 0) {
            throw new Refused(14262, "The specified @schedule_id ('" + schedule + "') does not exist.");
        }
        if (call.number("@delete_unused_schedule", 0) == 1 && !used(schedule)) {
            msdb.update("DELETE FROM msdb.sysschedules WHERE schedule_id = ?", schedule);
        }
        agent.schedulesChanged(job);
    }

    private void delete(Procedure.Call call) throws Refused {
        int schedule = schedule(call);
        if (used(schedule) && call.number("@force_delete", 0) != 1) {
            throw new Refused(14372, "The schedule was not deleted because it is being used by one or more jobs.");
        }
        msdb.update("DELETE FROM msdb.sysjobschedules WHERE schedule_id = ?", schedule);
        msdb.update("DELETE FROM msdb.sysschedules WHERE schedule_id = ?", schedule);
    }

    private boolean used(int schedule) {
        return msdb.row("SELECT 1 AS one FROM msdb.sysjobschedules WHERE schedule_id = ?", schedule)
                .isPresent();
    }

    /** The schedule that a call means; by name only when the name is the only one, error 14371. */
    private int schedule(Procedure.Call call) throws Refused {
        List<Msdb.Row> found = call.given("@schedule_id")
                ? msdb.rows(
                        "SELECT schedule_id FROM msdb.sysschedules WHERE schedule_id = ?",
                        call.number("@schedule_id", 0))
                : msdb.rows(
                        "SELECT schedule_id FROM msdb.sysschedules WHERE UPPER(name) = UPPER(?)",
                        call.text("@schedule_name"));
        if (found.isEmpty()) {
            throw new Refused(
                    14262,
                    "The specified " + (call.given("@schedule_id") ? "@schedule_id" : "@schedule_name") + " ('"
                            + (call.given("@schedule_id") ? call.text("@schedule_id") : call.text("@schedule_name"))
                            + "') does not exist.");
        }
        if (found.size() > 1) {
            throw new Refused(
                    14371,
                    "There are two or more schedules named '" + call.text("@schedule_name")
                            + "'. Specify @schedule_id instead of @schedule_name to uniquely identify the schedule.");
        }
        return found.get(0).number("schedule_id");
    }
}
