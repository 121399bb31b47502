package io.jenkins.plugins.pchat.faults;

import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.inspection.QuickInspections;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.List;

/** A request whose operation makes short pauses. */
record QuickRequest(SqlRequest request) implements SqlRequest {

    private static final long serialVersionUID = 1L;

    @Override
    public List<SqlTarget> targets() {
        return request.targets();
    }

    @Override
    public boolean looksWithoutAll() {
        return request.looksWithoutAll();
    }

    @Override
    public Operation<?> on(List<SqlSession> sessions, OperationId id) {
        return QuickInspections.of(request, sessions, id);
    }
}
