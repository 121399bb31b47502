package io.jenkins.plugins.pchat.engine.pool;

import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.shell.Cmdlet;
import io.jenkins.plugins.pchat.engine.shell.Cmdlets;
import io.jenkins.plugins.pchat.engine.shell.Shell;
import io.jenkins.plugins.pchat.engine.shell.ShellRequest;
import java.util.List;

/** Sets the pool's state (step 7): {@code Normal} makes it use its primary databases again. */
public final class SetPoolState extends PoolOperation {

    private final Request request;

    SetPoolState(Request request, Shell shell, Ticker ticker) {
        super(shell, request.pool(), request.replicationMinutes(), ticker);
        this.request = request;
    }

    /**
     * Which pool gets which state. The setter is given the identity under which the shell itself lists the pool's
     * state, however it is spelled here.
     *
     * @param pool the pool's FQDN, or any documented spelling of its identity; null when {@code identity} is given
     * @param identity the pool in any documented spelling, {@code service: pool.example.com} among them; null when
     *     {@code pool} is given
     * @param state {@code Normal} or {@code FailedOver}, in any case
     * @param replicationMinutes how long to wait until the pool's computers have the change; 0 for not at all
     */
    public record Request(String pool, String identity, String state, int replicationMinutes) implements ShellRequest {

        private static final long serialVersionUID = 1L;

        public Request {
            if (pool == null && identity == null) {
                throw new IllegalArgumentException("Which pool? Give pool or identity.");
            }
            pool = PoolIdentity.pool(pool == null ? identity : pool);
            if (identity != null && !PoolIdentity.pool(identity).equalsIgnoreCase(pool)) {
                throw new IllegalArgumentException("pool is '" + pool + "', but identity " + PlainText.quoted(identity)
                        + " is another pool's. Give one of them.");
            }
            state = PoolMode.of(state).word();
            checkMinutes(replicationMinutes);
        }

        @Override
        public Operation<?> on(Shell shell) {
            return new SetPoolState(this, shell, Ticker.SYSTEM);
        }
    }

    private PoolMode wanted() {
        return PoolMode.of(request.state());
    }

    @Override
    public String title() {
        return "Set the state of pool " + request.pool() + " to " + request.state();
    }

    @Override
    public List<Guard<PoolState>> guards() {
        return wanted() == PoolMode.FAILED_OVER
                ? List.of(PoolGuards.EXISTS, PoolGuards.STATE_KNOWN, PoolGuards.HAS_BACKUP_DATABASE)
                : super.guards();
    }

    @Override
    boolean reached(PoolState seen) {
        return seen.is(wanted());
    }

    @Override
    String text(PoolState seen) {
        return "set the state from " + seen.state() + " to " + request.state();
    }

    @Override
    Cmdlet setter(PoolState seen) {
        return Cmdlets.setState(seen.stateIdentity(), request.state());
    }

    @Override
    Cmdlet undo(PoolState seen) {
        return Cmdlets.setState(seen.stateIdentity(), seen.state());
    }

    @Override
    String value(PoolState seen) {
        return String.valueOf(seen.state());
    }

    @Override
    String state(PoolState seen) {
        return String.valueOf(seen.state());
    }
}
