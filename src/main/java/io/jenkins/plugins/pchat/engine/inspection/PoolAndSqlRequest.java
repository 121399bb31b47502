package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.pool.PoolState;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
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

    /** The same once the pool was looked at. */
    SqlRequest with(Reading<PoolState> pool);
}
