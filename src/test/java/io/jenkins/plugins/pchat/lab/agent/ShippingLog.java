package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.server.Instance;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What one run of {@code sqllogship} leaves in {@code log_shipping_monitor_history_detail} and {@code
 * log_shipping_monitor_error_detail}.
 */
final class ShippingLog {

    /** The kinds of run, {@code agent_type}. */
    enum Agent {
        BACKUP,
        COPY,
        RESTORE
    }

    private static final int STARTING = 0;
    private static final int RUNNING = 1;
    private static final int SUCCESS = 2;
    private static final int ERROR = 3;
    private static final int WARNING = 4;

    private final Instance instance;
    private final Msdb msdb;
    private final Agent agent;
    private final UUID id;
    private final String database;
    private final int session;

    ShippingLog(Instance instance, Msdb msdb, Agent agent, UUID id, String database) {
        this.instance = instance;
        this.msdb = msdb;
        this.agent = agent;
        this.id = id;
        this.database = database;
        this.session = msdb.row(
                        "SELECT COALESCE(MAX(session_id), 0) + 1 AS session_id FROM"
                                + " msdb.log_shipping_monitor_history_detail WHERE agent_id = ? AND agent_type = ?",
                        id,
                        agent.ordinal())
                .orElseThrow()
                .number("session_id");
        history(STARTING, "Starting transaction log " + agent.name().toLowerCase(Locale.ROOT) + ".");
    }

    void running(String message) {
        history(RUNNING, message);
    }

    String success(String message) {
        history(SUCCESS, message);
        return message;
    }

    /** Nothing was wrong, but nothing was done either. */
    String warning(String message) {
        history(WARNING, message);
        return message;
    }

    /** Writes the error down and returns it, to be thrown. */
    Sqllogship.Failed error(String message) {
        Map<String, Object> row = row();
        row.put("sequence_number", 1);
        row.put("message", message);
        row.put("source", "sqllogship");
        msdb.insert("msdb.log_shipping_monitor_error_detail", row);
        history(ERROR, message);
        return new Sqllogship.Failed("*** Error: " + message + " ***");
    }

    /** Deletes what is older than the history retention. */
    void cleanUp(int minutes) {
        for (String table : new String[] {"log_shipping_monitor_history_detail", "log_shipping_monitor_error_detail"}) {
            msdb.update(
                    "DELETE FROM msdb." + table + " WHERE agent_id = ? AND agent_type = ? AND log_time < ?",
                    id,
                    agent.ordinal(),
                    instance.now().minusMinutes(minutes));
        }
    }

    private void history(int status, String message) {
        Map<String, Object> row = row();
        row.put("session_status", status);
        row.put("message", message);
        msdb.insert("msdb.log_shipping_monitor_history_detail", row);
    }

    private Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("agent_id", id);
        row.put("agent_type", agent.ordinal());
        row.put("session_id", session);
        row.put("database_name", database);
        row.put("log_time", instance.now());
        row.put("log_time_utc", instance.now());
        return row;
    }
}
