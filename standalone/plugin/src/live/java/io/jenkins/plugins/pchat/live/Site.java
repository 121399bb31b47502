package io.jenkins.plugins.pchat.live;

import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import io.jenkins.plugins.pchat.lab.LabSettings;
import io.jenkins.plugins.pchat.rehearsal.FailbackParameters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an administrator has set up before a failback: a lab in the place of two data centres, its agent, the credential, and the job. */
final class Site implements AutoCloseable {

    private static final int MESSAGES = 20_000;

    /** So slow that a backup can be watched; a tenth of it while the fault is armed, so that a controller can be restarted meanwhile. */
    private static final double MEGABYTES_PER_SECOND = 0.25;

    private final LiveJenkins jenkins;
    private final DataCentres lab;
    private final LiveAgent agent;
    private final FailbackJob job;
    private final Map<String, String> parameters;

    /** @param name of the job, and part of the names of the agent and the credential */
    Site(LiveJenkins jenkins, String name) throws Exception {
        this.jenkins = jenkins;
        lab = DataCentres.start(
                new LabSettings(MESSAGES, MEGABYTES_PER_SECOND, 0, Duration.ofMillis(400), Duration.ofMillis(500)));
        agent = new LiveAgent(jenkins, lab, "management-" + name);
        try {
            addCredential(jenkins.as(Person.ADMIN), "sql-" + name);
            agent.start();
            parameters = new FailbackParameters(lab, "sql-" + name, Person.APPROVER.id()).values();
            parameters.put("AGENT", agent.name());
            job = FailbackJob.create(jenkins, name, parameters);
        } catch (Exception | AssertionError e) {
            close();
            throw e;
        }
    }

    private void addCredential(Rest admin, String id) throws Exception {
        String path = "credentials/store/system/domain/_/createCredentials";
        String xml = """
                <com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl>
                  <scope>GLOBAL</scope>
                  <id>%s</id>
                  <username>%s</username>
                  <password>%s</password>
                </com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl>
                """.formatted(id, DatabaseServers.LOGIN, lab.password());
        Rest.expect(path, admin.post(path, "application/xml", xml), 200);
    }

    /** Sets the pool up in the configuration of Jenkins; gives the parameters of a build that names it. */
    Map<String, String> nameThePool() throws Exception {
        String pool = List.of("POOL", "PRIMARY", "BACKUP", "SHARE", "COPY_DIRECTORY").stream()
                .map(parameters::get)
                .map(Site::literal)
                .collect(Collectors.joining(", "));
        String servers = lab.topology().primaryComputers().stream()
                .map(Site::literal)
                .collect(Collectors.joining(", ", "[", "]"));
        jenkins.as(Person.ADMIN).script("""
                def pool = new io.jenkins.plugins.pchat.config.PchatPool('live', %s, %s)
                pool.agent = %s
                pool.approvers = %s
                pool.sqlCredentialsId = %s
                io.jenkins.plugins.pchat.config.PchatPools.get().pools = [pool]
                """.formatted(
                        pool,
                        servers,
                        literal(agent.name()),
                        literal(parameters.get("APPROVERS")),
                        literal(parameters.get("SQL_CREDENTIALS"))));
        return Map.of("NAMED_POOL", "live");
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    DataCentres lab() {
        return lab;
    }

    LiveAgent agent() {
        return agent;
    }

    FailbackJob job() {
        return job;
    }

    /** The values of the pipeline's parameters. */
    Map<String, String> parameters() {
        return parameters;
    }

    @Override
    public void close() throws Exception {
        agent.close();
        lab.close();
    }
}
