package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Plan;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.check.Check;
import io.jenkins.plugins.pchat.engine.check.Finding;
import io.jenkins.plugins.pchat.engine.check.Findings;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.check.Severity;
import io.jenkins.plugins.pchat.engine.database.BothServers;
import io.jenkins.plugins.pchat.engine.database.Pause;
import io.jenkins.plugins.pchat.engine.database.WriteProbes;
import io.jenkins.plugins.pchat.engine.pool.PoolState;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks whether the failback can begin: every check is made whatever the others say. It changes neither pool nor databases; to try out what can't be seen
 * it writes probes to the share (see {@link WriteProbes}), unless the pool works with its primary databases already.
 */
public final class Preflight implements Operation<PreflightState> {

    static final String READY = "READY";
    static final String WITH_WARNINGS = "READY WITH WARNINGS";

    private final PreflightRequest request;
    private final Reading<PoolState> pool;
    private final SqlSession primary;
    private final SqlSession backup;
    private final Pause pause;
    private final WriteProbes probes;
    private final List<Check<PreflightState>> checks;

    Preflight(
            PreflightRequest request,
            Reading<PoolState> pool,
            SqlSession primary,
            SqlSession backup,
            OperationId id,
            Pause pause) {
        this.request = request;
        this.pool = pool;
        this.primary = primary;
        this.backup = backup;
        this.pause = pause;
        this.probes = new WriteProbes(primary, backup, request.scope(), id, pause);
        this.checks = PreflightChecks.all(request);
    }

    @Override
    public String title() {
        return "Check the failback of pool " + request.pool() + " from "
                + request.backup().instance() + " to " + request.primary().instance();
    }

    @Override
    public PreflightState observe() throws InterruptedException {
        BothServers servers = BothServers.read(primary, backup, request.scope(), pause);
        List<PlannedAction> possible = PreflightState.failedBack(pool) ? List.of() : probes.plan(servers);
        boolean last = !request.probes()
                || possible.isEmpty()
                || !probes.answers().all().isEmpty();
        return new PreflightState(pool, servers, probes.answers(), possible, last, checks);
    }

    /** A dry run shows the probes that it does not make. */
    @Override
    public boolean done(PreflightState seen) {
        return seen.probes().isEmpty();
    }

    /** None: every check is made, and what they come to is said together. */
    @Override
    public List<Guard<PreflightState>> guards() {
        return List.of();
    }

    /** What each check means when it does not hold, by its id, in the order in which they are made. */
    public Map<String, Severity> checks() {
        Map<String, Severity> severities = new LinkedHashMap<>();
        checks.forEach(check -> severities.put(check.guard().id(), check.severity()));
        return severities;
    }

    @Override
    public Plan plan(PreflightState seen) {
        return new Plan(seen.probes());
    }

    @Override
    public Outcome outcome(PreflightState before, PreflightState after, boolean changed) throws Failure {
        Findings findings = after.findings();
        List<Finding> blocking = findings.of(Finding.Result.BLOCK);
        List<Finding> warnings = findings.of(Finding.Result.WARN);
        if (!blocking.isEmpty()) {
            throw Failure.of(
                            Failure.Code.REFUSED,
                            findings.summary() + ". The failback must not begin; nothing was changed.")
                    .showing(findings.inShort(Finding.Result.BLOCK))
                    .next(
                            "Mend what blocks; the table of all checks, with what to do about each, is in the log above and"
                                    + " on the build's page. Then run this again.");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("pool", request.pool());
        details.put("checks", findings.values());
        details.put("blocking", blocking.size());
        details.put("warnings", warnings.size());
        details.put("summary", findings.summary());
        return new Outcome(false, warnings.isEmpty() ? READY : WITH_WARNINGS, details);
    }
}
