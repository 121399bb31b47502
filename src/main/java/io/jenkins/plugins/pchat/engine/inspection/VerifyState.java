package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.Observation;
import io.jenkins.plugins.pchat.engine.check.Check;
import io.jenkins.plugins.pchat.engine.check.Findings;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.database.FailedBack;
import io.jenkins.plugins.pchat.engine.database.FailedBackChecks;
import io.jenkins.plugins.pchat.engine.pool.FailedBackPool;
import io.jenkins.plugins.pchat.engine.pool.PoolState;
import java.util.ArrayList;
import java.util.List;

/**
 * What was read of the pool and of both servers after a failback, and what the checks make of it.
 *
 * @param pool as it was read when the step began
 * @param last whether no cycle of log shipping is run after this look, so that it can be judged
 */
record VerifyState(Verify.Request asked, Reading<PoolState> pool, FailedBack servers, boolean last)
        implements Observation {

    /** All checks, each made. */
    Findings findings() {
        return new Findings(checks().stream().map(check -> check.make(this)).toList());
    }

    private List<Check<VerifyState>> checks() {
        List<Check<VerifyState>> checks = new ArrayList<>();
        FailedBackPool.checks(asked.pool(), asked.servers())
                .forEach(check -> checks.add(check.on(seen -> seen.pool().get())));
        checks.addAll(new TopologyChecks(asked).all());
        FailedBackChecks.all(servers).forEach(check -> checks.add(check.on(VerifyState::servers)));
        return checks;
    }

    /** What is left for a person. */
    List<Task> leftToDo() {
        return LeftToDo.of(this);
    }

    /** Only the servers and the pool as long as something is tried afterwards: the table is shown once, and with it what is left to do. */
    @Override
    public List<String> lines() {
        if (!last) {
            List<String> lines = new ArrayList<>(servers.lines());
            lines.add(
                    pool.present()
                            ? "pool " + pool.get().pool() + ": " + pool.get().state()
                            : pool.failure().what());
            return lines;
        }
        List<String> lines = new ArrayList<>(findings().table());
        List<Task> tasks = leftToDo();
        lines.add("LEFT TO DO BY A PERSON (" + tasks.size() + "):");
        for (int i = 0; i < tasks.size(); i++) {
            lines.addAll(tasks.get(i).lines(i + 1));
        }
        return lines;
    }
}
