package io.jenkins.plugins.pchat.engine.pool;

import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.shell.Cmdlet;
import io.jenkins.plugins.pchat.engine.shell.Cmdlets;
import io.jenkins.plugins.pchat.engine.shell.Shell;
import io.jenkins.plugins.pchat.engine.shell.ShellRequest;
import java.util.List;

/**
 * Empties the list of active servers, so that no Persistent Chat server connects to mgc and mgccomp during the failback
 * (step 1). A pool in state Normal that has active servers has been failed back already: clearing its list would only
 * take its users off, so there is nothing to do.
 */
public final class ClearActiveServers extends PoolOperation {

    private final Request request;

    ClearActiveServers(Request request, Shell shell, Ticker ticker) {
        super(shell, request.pool(), request.replicationMinutes(), ticker);
        this.request = request;
    }

    /**
     * What to clear.
     *
     * @param pool the pool's FQDN, or any documented spelling of its identity
     * @param activeServerIdentity the identity to give to the setter; null for that of the pool's service
     * @param replicationMinutes how long to wait until the pool's computers have the change; 0 for not at all
     */
    public record Request(String pool, String activeServerIdentity, int replicationMinutes) implements ShellRequest {

        private static final long serialVersionUID = 1L;

        public Request {
            pool = PoolIdentity.pool(pool);
            activeServerIdentity = PoolIdentity.literal(activeServerIdentity);
            checkMinutes(replicationMinutes);
        }

        @Override
        public Operation<?> on(Shell shell) {
            return new ClearActiveServers(this, shell, Ticker.SYSTEM);
        }
    }

    @Override
    public String title() {
        return "Clear the active servers of pool " + request.pool();
    }

    @Override
    public boolean done(PoolState seen) {
        return failedBack(seen) || super.done(seen);
    }

    private static boolean failedBack(PoolState seen) {
        return seen.exists() && seen.is(PoolMode.NORMAL) && !seen.active().isEmpty();
    }

    @Override
    boolean reached(PoolState seen) {
        return seen.active().isEmpty();
    }

    @Override
    String text(PoolState seen) {
        return "take " + String.join(", ", seen.active()) + " off the list of active servers";
    }

    @Override
    Cmdlet setter(PoolState seen) {
        return Cmdlets.clearActiveServers(identity(seen));
    }

    @Override
    Cmdlet undo(PoolState seen) {
        return Cmdlets.replaceActiveServers(identity(seen), seen.active());
    }

    private String identity(PoolState seen) {
        return request.activeServerIdentity() == null ? seen.identity() : request.activeServerIdentity();
    }

    @Override
    List<String> value(PoolState seen) {
        return seen.active();
    }

    @Override
    String state(PoolState seen) {
        return failedBack(seen) ? "failed back already" : seen.active().isEmpty() ? "empty" : "not empty";
    }
}
