package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.database.InspectionScope;
import io.jenkins.plugins.pchat.engine.database.Pause;
import io.jenkins.plugins.pchat.engine.pool.PoolState;
import io.jenkins.plugins.pchat.engine.pool.SetActiveServers;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.List;

/**
 * What is to be checked before the failback.
 *
 * @param pool the pool's FQDN, or any documented spelling of its identity
 * @param primary the rebuilt instance
 * @param backup the instance that serves the users now
 * @param servers who is to be active after the failback
 * @param probes whether to write probes to the share, for what can't be seen
 */
public record PreflightRequest(
        String pool, SqlTarget primary, SqlTarget backup, InspectionScope scope, List<String> servers, boolean probes)
        implements PoolAndSqlRequest {

    private static final long serialVersionUID = 1L;

    public PreflightRequest {
        SetActiveServers.Request asLater = new SetActiveServers.Request(pool, servers, null, 0);
        pool = asLater.pool();
        servers = asLater.servers();
        if (primary.instance().equalsIgnoreCase(backup.instance())) {
            throw new IllegalArgumentException("primary and backup are both '" + primary.instance()
                    + "'; the restore would overwrite its own source.");
        }
    }

    @Override
    public List<SqlTarget> targets() {
        return List.of(primary, backup);
    }

    @Override
    public Operation<?> on(Reading<PoolState> seen, List<SqlSession> sessions, OperationId id) {
        return new Preflight(this, seen, sessions.get(0), sessions.get(1), id, Pause.REAL);
    }
}
