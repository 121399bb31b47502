package io.jenkins.plugins.pchat.rehearsal;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Descriptor.FormException;
import io.jenkins.plugins.pchat.config.PchatPool;
import io.jenkins.plugins.pchat.config.PchatPools;
import io.jenkins.plugins.pchat.host.ManagementHost;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import io.jenkins.plugins.pchat.lab.wire.LabCertificate;
import io.jenkins.plugins.standalone.CredentialStore;
import java.util.List;
import java.util.Map;

/**
 * What an administrator has set up before a failback: a credential, a management host whose Java trusts the servers'
 * certificate, and the values of the pipeline's parameters.
 */
final class AgentSetup implements AutoCloseable {

    static final String CREDENTIALS = "sql-lab";

    private static final String POOL_NAME = "lab";

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

    private final DataCentres lab;
    private final ManagementHost host;
    private final String approver;
    private final Map<String, String> parameters;

    /** @param approver who may answer the pipeline's questions */
    AgentSetup(DataCentres lab, String approver) throws FormException {
        this.lab = lab;
        this.approver = approver;
        CredentialStore.add(new UsernamePasswordCredentialsImpl(
                CredentialsScope.GLOBAL, CREDENTIALS, "the lab's SQL login", DatabaseServers.LOGIN, lab.password()));
        System.setProperty(TRUST_STORE, lab.servers().trustStore().toString());
        System.setProperty(TRUST_STORE_PASSWORD, LabCertificate.TRUST_STORE_PASSWORD);
        host = new ManagementHost(
                "pchat-management",
                lab.folder().resolve("agent"),
                Map.of("PCHAT_POWERSHELL", lab.shellProgram().toString()));
        parameters = new FailbackParameters(lab, CREDENTIALS, approver).values();
    }

    ManagementHost host() {
        return host;
    }

    /** The values of the pipeline's parameters; a test may change them. */
    Map<String, String> parameters() {
        return parameters;
    }

    /** Sets the pool up in the configuration of Jenkins: its name is then the only parameter. */
    void nameThePool() {
        PchatPool pool = new PchatPool(
                POOL_NAME,
                lab.topology().pool(),
                lab.servers().primaryAddress(),
                lab.servers().backupAddress(),
                DatabaseServers.SHARE,
                DatabaseServers.COPY_DIRECTORY,
                servers());
        pool.setSqlCredentialsId(CREDENTIALS);
        pool.setApprovers(approver);
        PchatPools.get().setPools(List.of(pool));
        parameters.clear();
        parameters.put("NAMED_POOL", POOL_NAME);
    }

    /** Who is to be active in the end. */
    List<String> servers() {
        return lab.topology().primaryComputers();
    }

    @Override
    public void close() {
        PchatPools.get().setPools(List.of());
        CredentialStore.clear();
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE_PASSWORD);
    }
}
