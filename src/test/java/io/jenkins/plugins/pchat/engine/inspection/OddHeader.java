package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.sql.ForwardingSession;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/** A session that answers otherwise when it is asked for the header of a backup. */
record OddHeader(SqlSession session, Reading.Source<List<SqlRow>> header) implements ForwardingSession {

    @Override
    public List<SqlRow> query(String sql, Object... parameters) throws Failure, InterruptedException {
        return sql.startsWith("RESTORE HEADERONLY") ? header.read() : session.query(sql, parameters);
    }
}
