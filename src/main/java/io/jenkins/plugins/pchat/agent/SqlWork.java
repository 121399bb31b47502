package io.jenkins.plugins.pchat.agent;

import hudson.model.TaskListener;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Watch;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An operation on SQL Server: it runs whole on the agent, in one call.
 *
 * @param credentialsIds one for each of the request's targets, in their order; null for the agent's Windows account
 */
public record SqlWork(SqlRequest request, List<String> credentialsIds) implements AgentWork {

    private static final long serialVersionUID = 1L;

    public SqlWork {
        if (credentialsIds.size() != request.targets().size()) {
            throw new IllegalArgumentException(credentialsIds.size() + " credentials for "
                    + request.targets().size() + " instances");
        }
        credentialsIds = Collections.unmodifiableList(new ArrayList<>(credentialsIds));
    }

    @Override
    public Outcome run(Agent agent, Logins logins, OperationId id, boolean dryRun, Watch watch)
            throws Failure, InterruptedException {
        List<SqlLogin> found = new ArrayList<>();
        for (String credentialsId : credentialsIds) {
            found.add(logins.find(credentialsId));
        }
        TaskListener traces = new StreamTaskListener(new TraceReceiver(watch), StandardCharsets.UTF_8);
        return new AgentCall(agent).run(new SqlOperationCall(request, found, id, agent.listener(), traces, dryRun));
    }
}
