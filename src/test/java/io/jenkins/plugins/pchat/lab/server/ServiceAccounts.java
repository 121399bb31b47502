package io.jenkins.plugins.pchat.lab.server;

/** The Windows accounts of the instance's services, as {@code sys.dm_server_services} shows them. */
public final class ServiceAccounts {

    private volatile String engine = "DCI\\svc-sql";
    private volatile String agent = "DCI\\svc-sqlagent";

    public String engine() {
        return engine;
    }

    public String agent() {
        return agent;
    }

    public void engine(String account) {
        engine = account;
    }

    public void agent(String account) {
        agent = account;
    }
}
