package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.fault.Moments;
import io.jenkins.plugins.pchat.lab.wire.ServerError;

/** Does to a session what is said to go wrong at this moment. */
final class Blows {

    private static final int DEADLOCK = 1205;

    private final LabSession session;
    private final Moments.Request request;

    Blows(LabSession session, String text, boolean reads) {
        this.session = session;
        this.request = new Moments.Request(
                session.instance().serverName(), session.client().applicationName(), text, reads);
    }

    void before() throws ServerError, InterruptedException {
        if (session.hasClient()) {
            strike(moments().before(request));
        }
    }

    void after() throws ServerError, InterruptedException {
        if (session.hasClient()) {
            strike(moments().after(request));
        }
    }

    private Moments moments() {
        return session.instance().faults().moments();
    }

    private void strike(Moments.Blow blow) throws ServerError, InterruptedException {
        switch (blow) {
            case CUT -> {
                session.link().cut();
                throw new InterruptedException();
            }
            case KILL -> {
                session.instance().killed();
                throw new InterruptedException();
            }
            case DEADLOCK ->
                throw new ServerError(
                        DEADLOCK,
                        13,
                        "Transaction (Process ID " + session.id()
                                + ") was deadlocked on lock resources with another process and has been chosen as the"
                                + " deadlock victim. Rerun the transaction.");
            default -> {
                // the other blows are none of a session's
            }
        }
    }
}
