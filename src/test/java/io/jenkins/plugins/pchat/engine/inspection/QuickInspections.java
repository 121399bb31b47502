package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.database.QuickOperations;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/** Operations that look at everything, with short pauses. */
public final class QuickInspections {

    private QuickInspections() {}

    /** The operation of a request. */
    public static Operation<?> of(SqlRequest request, List<SqlSession> sessions, OperationId id) {
        if (request instanceof PoolAndSqlRequest.WithPool look && look.request() instanceof Verify.Request asked) {
            return new Verify(asked, look.pool(), QuickOperations.reader(asked.shipping(), sessions, id));
        }
        return QuickOperations.of(request, sessions, id);
    }
}
