package io.jenkins.plugins.pchat.agent;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlServers;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Servers that write down what is done with their sessions; one whose name begins with {@code down} does not answer. */
final class RecordedServers implements SqlServers {

    final List<String> journal = new ArrayList<>();
    /** Whether another failback works on all of them. */
    boolean locked;

    @Override
    public SqlSession open(SqlTarget target, SqlLogin login, OperationId id) throws Failure {

        if (target.instance().startsWith("down")) {
            throw Failure.of(Failure.Code.CONNECT, target + " does not answer.");
        }
        journal.add("open " + target + " as " + login + " for " + id);
        return new Session(target.instance());
    }

    /** A session that answers nothing but about the lock. */
    class Session implements SqlSession {

        private final String instance;

        Session(String instance) {
            this.instance = instance;
        }

        @Override
        public String instance() {
            return instance;
        }

        @Override
        public List<SqlRow> query(String sql, Object... parameters) {
            return sql.contains("sp_getapplock")
                    ? List.of(new SqlRow(Map.of("result", locked ? -1 : 0)))
                    : holders(sql);
        }

        private List<SqlRow> holders(String sql) {
            return locked && sql.contains("dm_tran_locks")
                    ? List.of(new SqlRow(Map.of(
                            "session_id",
                            57,
                            "program_name",
                            "pchat-failback other-1",
                            "host_name",
                            "JENKINS2",
                            "login_name",
                            "sa",
                            "login_time",
                            LocalDateTime.of(2026, 11, 26, 1, 0))))
                    : List.of();
        }

        @Override
        public void execute(String sql, Console console) {
            journal.add(instance + " executes " + sql);
        }

        @Override
        public void close() {
            journal.add("close " + instance);
        }
    }
}
