package io.jenkins.plugins.pchat.lab.server.catalog;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.LabSession;
import io.jenkins.plugins.pchat.lab.server.RunningRequest;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The views of sessions, their connections and what they run. */
final class SessionViews {

    private SessionViews() {}

    static List<CatalogView> all() {
        return List.of(
                CatalogView.server(
                        "dm_exec_sessions",
                        "session_id smallint, login_time datetime, host_name nvarchar(128), program_name "
                                + "nvarchar(128), host_process_id int, "
                                + "client_interface_name nvarchar(32), security_id varbinary(85), login_name "
                                + "nvarchar(128), status nvarchar(30), cpu_time int, "
                                + "last_request_start_time datetime, last_request_end_time datetime, is_user_process "
                                + "bit, original_login_name nvarchar(128), "
                                + "database_id smallint, open_transaction_count int",
                        (instance, none) -> sessions(instance)),
                CatalogView.server(
                        "dm_exec_requests",
                        "session_id smallint, request_id int, start_time datetime, status nvarchar(30), command "
                                + "nvarchar(32), database_id smallint, "
                                + "user_id int, blocking_session_id smallint, wait_type nvarchar(60), wait_time int, "
                                + "last_wait_type nvarchar(60), "
                                + "open_transaction_count int, percent_complete real, estimated_completion_time "
                                + "bigint, cpu_time int, total_elapsed_time int",
                        (instance, none) -> requests(instance)),
                CatalogView.server(
                        "dm_exec_connections",
                        "session_id int, connect_time datetime, net_transport nvarchar(40), protocol_type "
                                + "nvarchar(40), encrypt_option nvarchar(40), "
                                + "auth_scheme nvarchar(40), client_net_address varchar(48)",
                        (instance, none) -> connections(instance)),
                CatalogView.server(
                        "sysprocesses",
                        "spid smallint, blocked smallint, waittime bigint, lastwaittype nchar(32), dbid smallint, "
                                + "cpu int, login_time datetime, "
                                + "last_batch datetime, open_tran smallint, status nchar(30), sid binary(86), "
                                + "hostname nchar(128), program_name nchar(128), "
                                + "cmd nchar(16), loginame nchar(128)",
                        (instance, none) -> processes(instance)));
    }

    private static List<Object[]> sessions(LabInstance instance) {
        List<Object[]> rows = new ArrayList<>();
        for (LabSession s : instance.sessions().all()) {
            rows.add(new Object[] {
                s.id(),
                s.since(),
                s.client().hostName(),
                s.client().applicationName(),
                null,
                s.client().clientLibrary(),
                s.login().sid(),
                s.login().name(),
                s.running().request() == null ? "sleeping" : "running",
                0,
                s.running().lastStart(),
                s.running().lastEnd(),
                true,
                s.login().name(),
                databaseId(instance, s),
                s.transactions()
            });
        }
        return rows;
    }

    private static List<Object[]> requests(LabInstance instance) {
        List<Object[]> rows = new ArrayList<>();
        for (LabSession s : instance.sessions().all()) {
            RunningRequest r = s.running().request();
            if (r != null) {
                int elapsed = (int) Duration.between(r.start(), instance.now()).toMillis();
                float percent = r.percent();
                long left = percent > 0 ? (long) (elapsed / percent * (100 - percent)) : 0;
                rows.add(new Object[] {
                    s.id(),
                    0,
                    r.start(),
                    r.waitType() == null ? "running" : "suspended",
                    r.command(),
                    databaseId(instance, s),
                    1,
                    0,
                    r.waitType(),
                    0,
                    r.waitType() == null ? "MISCELLANEOUS" : r.waitType(),
                    s.transactions(),
                    percent,
                    left,
                    0,
                    elapsed
                });
            }
        }
        return rows;
    }

    private static List<Object[]> connections(LabInstance instance) {
        List<Object[]> rows = new ArrayList<>();
        for (LabSession s : instance.sessions().all()) {
            rows.add(new Object[] {
                s.id(),
                s.since(),
                "TCP",
                "TSQL",
                s.client().encrypted() ? "TRUE" : "FALSE",
                s.login().type() == 'S' ? "SQL" : "NTLM",
                "127.0.0.1"
            });
        }
        return rows;
    }

    private static List<Object[]> processes(LabInstance instance) {
        List<Object[]> rows = new ArrayList<>();
        for (LabSession s : instance.sessions().all()) {
            RunningRequest r = s.running().request();
            rows.add(new Object[] {
                s.id(),
                0,
                0L,
                r == null ? "MISCELLANEOUS" : r.waitType(),
                databaseId(instance, s),
                0,
                s.since(),
                s.running().lastStart(),
                s.transactions(),
                r == null ? "sleeping" : "runnable",
                s.login().sid(),
                s.client().hostName(),
                s.client().applicationName(),
                r == null ? "AWAITING COMMAND" : first(r.command()),
                s.login().name()
            });
        }
        if (!instance.faults().inForce(Fault.AGENT_STOPPED)) {
            // The row by which older versions tell that SQL Server Agent runs.
            rows.add(new Object[] {
                50,
                0,
                0L,
                "MISCELLANEOUS",
                4,
                0,
                instance.started(),
                instance.started(),
                0,
                "sleeping",
                new byte[] {1},
                instance.hostName(),
                "SQLAgent - Generic Refresher",
                "AWAITING COMMAND",
                instance.accounts().agent()
            });
        }
        return rows;
    }

    private static String first(String command) {
        return command.length() > 16 ? command.substring(0, 16) : command;
    }

    private static int databaseId(LabInstance instance, LabSession session) {
        Database database = instance.databases().find(session.database());
        return database == null ? 1 : database.id();
    }
}
