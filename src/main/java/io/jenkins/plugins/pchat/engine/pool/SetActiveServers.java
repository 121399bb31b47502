package io.jenkins.plugins.pchat.engine.pool;

import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.shell.Cmdlet;
import io.jenkins.plugins.pchat.engine.shell.Cmdlets;
import io.jenkins.plugins.pchat.engine.shell.Shell;
import io.jenkins.plugins.pchat.engine.shell.ShellRequest;
import java.util.List;

/**
 * Makes the list of active servers the one asked for (step 6): servers in the data centre of the new primary database,
 * or close to it.
 */
public final class SetActiveServers extends PoolOperation {

    private final Request request;

    SetActiveServers(Request request, Shell shell, Ticker ticker) {
        super(shell, request.pool(), request.replicationMinutes(), ticker);
        this.request = request;
    }

    /**
     * Which servers are to be active, and no others.
     *
     * @param pool the pool's FQDN, or any documented spelling of its identity
     * @param servers computers of the pool by FQDN; at least one, none twice
     * @param activeServerIdentity the identity to give to the setter; null for that of the pool's service
     * @param replicationMinutes how long to wait until the pool's computers have the change; 0 for not at all
     */
    public record Request(String pool, List<String> servers, String activeServerIdentity, int replicationMinutes)
            implements ShellRequest {

        private static final long serialVersionUID = 1L;

        public Request {
            pool = PoolIdentity.pool(pool);
            servers = Fqdn.checkAll(servers);
            activeServerIdentity = PoolIdentity.literal(activeServerIdentity);
            checkMinutes(replicationMinutes);
        }

        @Override
        public Operation<?> on(Shell shell) {
            return new SetActiveServers(this, shell, Ticker.SYSTEM);
        }
    }

    @Override
    public String title() {
        return "Set the active servers of pool " + request.pool();
    }

    @Override
    public List<Guard<PoolState>> guards() {
        return List.of(PoolGuards.EXISTS, PoolGuards.STATE_KNOWN, PoolGuards.serversInPool(request.servers()));
    }

    @Override
    boolean reached(PoolState seen) {
        return Fqdn.same(seen.active(), request.servers());
    }

    @Override
    String text(PoolState seen) {
        return "make " + String.join(", ", request.servers()) + " the active servers";
    }

    @Override
    Cmdlet setter(PoolState seen) {
        return Cmdlets.replaceActiveServers(identity(seen), request.servers());
    }

    @Override
    Cmdlet undo(PoolState seen) {
        return seen.active().isEmpty()
                ? Cmdlets.clearActiveServers(identity(seen))
                : Cmdlets.replaceActiveServers(identity(seen), seen.active());
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
        return seen.active().size() + " active";
    }
}
