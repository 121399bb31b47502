package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.Observation;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.check.Check;
import io.jenkins.plugins.pchat.engine.check.Findings;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.database.BothServers;
import io.jenkins.plugins.pchat.engine.database.WriteProbes;
import io.jenkins.plugins.pchat.engine.pool.PoolMode;
import io.jenkins.plugins.pchat.engine.pool.PoolState;
import java.util.ArrayList;
import java.util.List;

/**
 * What was read before the failback.
 *
 * @param answers what the probes have come to
 * @param probes those that can be made
 * @param last whether nothing is tried after this look, so that it can be judged
 */
record PreflightState(
        Reading<PoolState> pool,
        BothServers servers,
        WriteProbes.Answers answers,
        List<PlannedAction> probes,
        boolean last,
        List<Check<PreflightState>> checks)
        implements Observation {

    /** Whether the pool works with its primary databases and lets users in: then there is nothing to fail back. */
    static boolean failedBack(Reading<PoolState> pool) {
        return pool.present()
                && pool.get().exists()
                && pool.get().is(PoolMode.NORMAL)
                && !pool.get().active().isEmpty();
    }

    /** What all checks come to. */
    Findings findings() {
        return new Findings(checks.stream().map(check -> check.make(this)).toList());
    }

    /** Only the servers and the pool as long as something is tried afterwards: the table is shown once. */
    @Override
    public List<String> lines() {
        if (last) {
            return findings().table();
        }
        List<String> lines = new ArrayList<>(servers.lines());
        lines.add(
                pool.present()
                        ? "pool " + pool.get().pool() + ": " + pool.get().state()
                        : pool.failure().what());
        return lines;
    }
}
