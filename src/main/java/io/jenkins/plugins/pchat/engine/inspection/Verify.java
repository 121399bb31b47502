package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Plan;
import io.jenkins.plugins.pchat.engine.check.Finding;
import io.jenkins.plugins.pchat.engine.check.Findings;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.database.ConfigureLogShipping;
import io.jenkins.plugins.pchat.engine.database.FailedBackReader;
import io.jenkins.plugins.pchat.engine.pool.PoolState;
import io.jenkins.plugins.pchat.engine.pool.SetActiveServers;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks whether a failback has kept what the documents promise: reads everything back, runs each job of log shipping once, reads again, and lists what is
 * left for a person. It changes nothing but what the jobs change on their schedule anyway.
 */
public final class Verify implements Operation<VerifyState> {

    private final Request request;
    private final Reading<PoolState> pool;
    private final FailedBackReader reader;
    private boolean planned;

    /** @param pool as it was read through the management shell */
    public Verify(Request request, Reading<PoolState> pool, FailedBackReader reader) {
        this.request = request;
        this.pool = pool;
        this.reader = reader;
    }

    /**
     * What is to be verified.
     *
     * @param pool the pool's FQDN, or any documented spelling of its identity
     * @param servers who is to be active, and nobody else
     * @param shipping both instances, and how the log was to be shipped
     * @param cycle whether log shipping's jobs are run once, to see whether they work
     */
    public record Request(String pool, List<String> servers, ConfigureLogShipping.Request shipping, boolean cycle)
            implements PoolAndSqlRequest {

        private static final long serialVersionUID = 1L;

        public Request {
            SetActiveServers.Request active = new SetActiveServers.Request(pool, servers, null, 0);
            pool = active.pool();
            servers = active.servers();
            if (shipping == null) {
                throw new IllegalArgumentException("shipping is missing.");
            }
        }

        @Override
        public List<SqlTarget> targets() {
            return shipping.targets();
        }

        @Override
        public Operation<?> on(Reading<PoolState> seen, List<SqlSession> sessions, OperationId id) {
            return new Verify(this, seen, new FailedBackReader(shipping, sessions.get(0), sessions.get(1), id));
        }
    }

    @Override
    public String title() {
        return "Verify the failback of pool " + request.pool() + ": "
                + request.shipping().database() + " on " + request.shipping().primary() + ", shipped to "
                + request.shipping().secondary();
    }

    @Override
    public VerifyState observe() throws InterruptedException {
        return new VerifyState(request, pool, reader.read(), planned || !request.cycle());
    }

    /** There is always a cycle to be run. */
    @Override
    public boolean done(VerifyState seen) {
        return false;
    }

    @Override
    public List<Guard<VerifyState>> guards() {
        return List.of();
    }

    @Override
    public Plan plan(VerifyState seen) {
        planned = true;
        return new Plan(reader.cycle(seen.servers()));
    }

    @Override
    public Outcome outcome(VerifyState before, VerifyState after, boolean changed) throws Failure {
        Findings findings = after.findings();
        if (findings.blocked()) {
            throw broken(findings);
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("checks", findings.values());
        details.put("leftToDo", after.leftToDo().stream().map(Task::values).toList());
        put(details, "lastBackedUpFile", after.servers().lastBackedUp());
        put(details, "lastCopiedFile", after.servers().lastCopied());
        put(details, "lastRestoredFile", after.servers().lastRestored());
        return new Outcome(false, "VERIFIED", details);
    }

    private static void put(Map<String, Object> details, String name, String value) {
        if (value != null) {
            details.put(name, value);
        }
    }

    private Failure broken(Findings findings) {
        return Failure.of(
                        Failure.Code.NOT_VERIFIED,
                        "The failback of pool " + request.pool() + " is not as it should be. " + findings.summary()
                                + "; nothing was changed by looking:")
                .showing(findings.inShort(Finding.Result.BLOCK))
                .next(
                        "Do what the table of all checks says below each of these (->); it is in the log above and on the build's"
                                + " page. Then run this step again.");
    }
}
