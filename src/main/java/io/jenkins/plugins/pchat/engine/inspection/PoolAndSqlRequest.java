package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.pool.PoolState;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.io.Serializable;
import java.util.List;

/**
 * What a step asks for that looks at the pool and at both servers: plain values that can be kept over a restart, no secret among them. Its constructor
 * refuses values that can't be valid, with an {@link IllegalArgumentException} whose message is meant for the user.
 */
public interface PoolAndSqlRequest extends Serializable {

    /** The pool's FQDN. */
    String pool();

    /** The instances, in the order of the request's accounts. */
    List<SqlTarget> targets();

    /** The operation on the pool as it was read, and on open sessions, one for each target. */
    Operation<?> on(Reading<PoolState> pool, List<SqlSession> sessions, OperationId id);

    /** The same once the pool was looked at. */
    default SqlRequest with(Reading<PoolState> pool) {
        return new WithPool(this, pool);
    }

    /** A request whose pool was looked at. It looks at what there is: an instance that can't be reached is a finding. */
    record WithPool(PoolAndSqlRequest request, Reading<PoolState> pool) implements SqlRequest {

        private static final long serialVersionUID = 1L;

        @Override
        public List<SqlTarget> targets() {
            return request.targets();
        }

        @Override
        public boolean looksWithoutAll() {
            return true;
        }

        @Override
        public Operation<?> on(List<SqlSession> sessions, OperationId id) {
            return request.on(pool, sessions, id);
        }
    }
}
