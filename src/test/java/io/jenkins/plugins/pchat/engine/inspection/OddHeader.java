package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/** A session that answers otherwise when it is asked for the header of a backup. */
record OddHeader(SqlSession real, Reading.Source<List<SqlRow>> header) implements SqlSession {

    @Override
    public String instance() {
        return real.instance();
    }

    @Override
    public List<SqlRow> query(String sql, Object... parameters) throws Failure, InterruptedException {
        return sql.startsWith("RESTORE HEADERONLY") ? header.read() : real.query(sql, parameters);
    }

    @Override
    public void execute(String sql, Console console) throws Failure, InterruptedException {
        real.execute(sql, console);
    }

    @Override
    public void close() {
        real.close();
    }
}
