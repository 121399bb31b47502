package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;

/** Opens sessions through Microsoft's driver. */
public final class JdbcServers implements SqlServers {

    private final Limits limits;

    public JdbcServers() {
        this(Limits.DEFAULT);
    }

    JdbcServers(Limits limits) {
        this.limits = limits;
    }

    @Override
    public SqlSession open(SqlTarget target, SqlLogin login, OperationId id) throws Failure, InterruptedException {
        return JdbcSession.open(new Connector(target, login, id, limits), limits);
    }
}
