package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.fault.Fault;

/**
 * Where faults strike a running statement. What only reads is spared, and so are the clients that write messages and
 * the server's own programs: they would catch what is meant for statements that change the server.
 */
final class Strikes {

    private Strikes() {}

    /** Before a statement has done anything: the server dies and what it would have done is not done. */
    static void beforeStatement(LabSession session) throws InterruptedException {
        LabInstance instance = session.instance();
        if (session.hasClient() && instance.faults().strikes(Fault.SERVER_KILLED, instance.serverName())) {
            instance.killed();
            throw new InterruptedException();
        }
    }

    /** After a statement has done its work, but before the client hears of it. */
    static void afterStatement(LabSession session) throws InterruptedException {
        LabInstance instance = session.instance();
        if (session.hasClient() && instance.faults().strikes(Fault.CONNECTION_CUT, instance.serverName())) {
            session.link().cut();
            throw new InterruptedException();
        }
    }

    /** In the middle of a statement that takes long. */
    static void during(LabSession session) throws InterruptedException {
        beforeStatement(session);
        afterStatement(session);
        if (!session.link().open()) {
            throw new InterruptedException();
        }
    }
}
