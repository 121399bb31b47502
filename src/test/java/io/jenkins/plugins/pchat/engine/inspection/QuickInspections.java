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
        if (request instanceof Verify.Look look) {
            return new Verify(
                    look.request(),
                    look.pool(),
                    QuickOperations.reader(look.request().shipping(), sessions, id));
        }
        return QuickOperations.of(request, sessions, id);
    }
}
