package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import java.io.Serializable;
import java.util.List;

/**
 * What a SQL step asks for: plain values that can be kept over a restart and sent to the agent, no secret among them. Its constructor refuses
 * values that can't be valid, with an {@link IllegalArgumentException} whose message is meant for the user.
 */
public interface SqlRequest extends Serializable {

    /** The instances to connect to, in the order in which {@link #on} takes their sessions. */
    List<SqlTarget> targets();

    /**
     * Whether the operation goes on when an instance can't be reached, with a session that answers everything with the failure to open it: an operation
     * that only looks has something to say all the same.
     */
    default boolean looksWithoutAll() {
        return false;
    }

    /** The operation on open sessions, one for each target. */
    Operation<?> on(List<SqlSession> sessions, OperationId id);
}
