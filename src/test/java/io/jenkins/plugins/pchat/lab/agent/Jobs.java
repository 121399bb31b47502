package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.server.Instance;
import io.jenkins.plugins.pchat.lab.server.Procedure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The jobs of one instance, as {@code msdb} keeps them. */
final class Jobs {

    private final Instance instance;
    private final Msdb msdb;

    Jobs(Instance instance, Msdb msdb) {
        this.instance = instance;
        this.msdb = msdb;
    }

    UUID create(String name, boolean enabled, String description, int category) {
        UUID id = UUID.randomUUID();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("job_id", id);
        row.put("name", name);
        row.put("enabled", enabled ? 1 : 0);
        row.put("description", description);
        row.put("category_id", category);
        row.put("owner_sid", new byte[] {1});
        row.put("date_created", instance.now());
        row.put("date_modified", instance.now());
        msdb.insert("msdb.sysjobs", row);
        return id;
    }

    int addStep(UUID job, String name, String subsystem, String command, String database) {
        int step = msdb.rows("SELECT step_id FROM msdb.sysjobsteps WHERE job_id = ?", job)
                        .size()
                + 1;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("job_id", job);
        row.put("step_id", step);
        row.put("step_name", name);
        row.put("subsystem", subsystem);
        row.put("command", command);
        row.put("database_name", database);
        row.put("step_uid", UUID.randomUUID());
        msdb.insert("msdb.sysjobsteps", row);
        return step;
    }

    /** Assigns a job to this server; without it the job never runs. */
    void addServer(UUID job) {
        msdb.insert("msdb.sysjobservers", Map.of("job_id", job, "server_id", 0));
    }

    boolean hasServer(UUID job) {
        return msdb.row("SELECT server_id FROM msdb.sysjobservers WHERE job_id = ?", job)
                .isPresent();
    }

    Optional<Msdb.Row> job(UUID id) {
        return msdb.row("SELECT * FROM msdb.sysjobs WHERE job_id = ?", id);
    }

    Optional<UUID> named(String name) {
        return msdb.row("SELECT job_id FROM msdb.sysjobs WHERE UPPER(name) = UPPER(?)", name)
                .map(row -> row.id("job_id"));
    }

    List<Msdb.Row> steps(UUID job) {
        return msdb.rows("SELECT * FROM msdb.sysjobsteps WHERE job_id = ? ORDER BY step_id", job);
    }

    void update(UUID job, String column, Object value) {
        msdb.update(
                "UPDATE msdb.sysjobs SET " + column
                        + " = ?, date_modified = ?, version_number = version_number + 1 WHERE job_id = ?",
                value,
                instance.now(),
                job);
    }

    /** Removes a job with all that belongs to it, and its schedules when no other job uses them. */
    void delete(UUID job, boolean unusedSchedules) {
        List<Msdb.Row> attached = msdb.rows("SELECT schedule_id FROM msdb.sysjobschedules WHERE job_id = ?", job);
        for (String table : List.of(
                "sysjobschedules", "sysjobhistory", "sysjobactivity", "sysjobservers", "sysjobsteps", "sysjobs")) {
            msdb.update("DELETE FROM msdb." + table + " WHERE job_id = ?", job);
        }
        if (unusedSchedules) {
            for (Msdb.Row schedule : attached) {
                msdb.update(
                        "DELETE FROM msdb.sysschedules WHERE schedule_id = ?"
                                + " AND schedule_id NOT IN (SELECT schedule_id FROM msdb.sysjobschedules)",
                        schedule.number("schedule_id"));
            }
        }
    }

    /** The job that a call means by {@code @job_id} or {@code @job_name}; errors 14294 and 14262. */
    UUID of(Procedure.Call call) throws Refused {
        String id = call.text("@job_id");
        String name = call.text("@job_name");
        if ((id == null) == (name == null)) {
            throw new Refused(14294, "Supply either @job_id or @job_name to identify the job.");
        }
        Optional<UUID> found =
                id == null ? named(name) : job(UUID.fromString(id)).map(row -> row.id("job_id"));
        return found.orElseThrow(() -> new Refused(
                14262,
                "The specified " + (id == null ? "@job_name" : "@job_id") + " ('" + (id == null ? name : id)
                        + "') does not exist."));
    }
}
