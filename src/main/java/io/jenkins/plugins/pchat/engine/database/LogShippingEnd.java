package io.jenkins.plugins.pchat.engine.database;

import java.util.ArrayList;
import java.util.List;

/**
 * One end of log shipping, as it was read.
 *
 * @param database null when there is none of that name
 * @param mirroring {@link MirroringState#NONE} without a database
 * @param shareReachable whether the service account of SQL Server sees the share as a folder
 * @param alertJob whether the alert job is there and enabled
 * @param alertJobDisabled whether it is there and disabled
 * @param mark what has been written to the database; null unless it is online
 * @param restored the last full restore into the database; null when msdb remembers none
 * @param sessions who is connected to the database
 */
record LogShippingEnd(
        ServerIdentity server,
        AgentService agent,
        DatabaseState database,
        MirroringState mirroring,
        boolean shareReachable,
        boolean alertJob,
        boolean alertJobDisabled,
        WriteMark mark,
        RestoredSet restored,
        List<String> sessions)
        implements ServerEnd {

    /** The name that the server has for itself and that log shipping stores. */
    String name() {
        return server.propertyName();
    }

    boolean online() {
        return database != null && database.online();
    }

    boolean restoring() {
        return database != null && database.restoring();
    }

    /** The rows in the database's own tables; null unless it is online. */
    Long rows() {
        return mark == null ? null : mark.rows();
    }

    List<String> lines(String databaseName) {
        List<String> lines = new ArrayList<>();
        lines.add(server.line() + "; " + agent.line());
        lines.add("on " + name() + ": " + (database == null ? databaseName + " does not exist" : database.line())
                + (mark == null ? "" : ", " + mark.rows() + " rows, " + mark.writes() + " writes counted"));
        if (mirroring.mirrored()) {
            lines.add("on " + name() + ": " + databaseName + " is " + mirroring.line());
        }
        sessions.forEach(session -> lines.add("connected to " + databaseName + " on " + name() + ": " + session));
        return lines;
    }
}
