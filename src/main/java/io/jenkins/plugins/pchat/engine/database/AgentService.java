package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/**
 * SQL Server Agent of one instance.
 *
 * @param running whether the service runs
 * @param account the Windows account it runs as; null when the server can't tell
 * @param procedures whether the option {@code Agent XPs} is on
 * @param named whether {@code @@SERVERNAME} has a value at all
 */
record AgentService(boolean running, String account, boolean procedures, boolean named) {

    /** Invalid object name: before 2008 R2 SP1 there is no view of the services. */
    private static final int NO_SUCH_VIEW = 208;

    private static final long RUNNING = 4;

    static AgentService read(SqlSession session) throws Failure, InterruptedException {
        SqlRow options = SqlRow.first(session.query(LogShippingQueries.AGENT_OPTIONS));
        boolean procedures = options.flag("agent_xps");
        boolean named = options.value("server_name") != null;
        List<SqlRow> services = services(session);
        if (services.isEmpty()) {
            boolean connected = SqlRow.first(session.query(LogShippingQueries.AGENT_SESSIONS))
                    .flag("sessions");
            return new AgentService(connected, null, procedures, named);
        }
        SqlRow service = services.get(0);
        boolean running = service.value("status") != null && service.whole("status") == RUNNING;
        return new AgentService(running, service.text("service_account"), procedures, named);
    }

    private static List<SqlRow> services(SqlSession session) throws Failure, InterruptedException {
        try {
            return session.query(LogShippingQueries.AGENT_SERVICE);
        } catch (Failure e) {
            if (e.sqlNumber() == NO_SUCH_VIEW) {
                return List.of();
            }
            throw e;
        }
    }

    /** The account, for messages. */
    String who() {
        return account == null ? "its service account" : account;
    }

    String line() {
        String service = running
                ? "SQL Server Agent runs" + (account == null ? "" : " as " + account)
                : "SQL Server Agent" + (account == null ? "" : " (" + account + ")") + " does not run";
        return service + (procedures ? "" : ", Agent XPs are off");
    }
}
