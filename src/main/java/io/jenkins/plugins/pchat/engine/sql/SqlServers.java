package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;

/** Opens sessions. */
@FunctionalInterface
public interface SqlServers {

    /**
     * Connects, within a limit of its own: a server that accepts the connection and then says nothing does not hold it for ever.
     *
     * @throws Failure CONNECT or LOGIN, naming the instance and the cause
     */
    SqlSession open(SqlTarget target, SqlLogin login, OperationId id) throws Failure, InterruptedException;
}
