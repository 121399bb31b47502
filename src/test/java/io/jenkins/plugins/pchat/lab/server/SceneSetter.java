package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.model.Login;
import io.jenkins.plugins.pchat.lab.wire.Backend;
import io.jenkins.plugins.pchat.lab.wire.ServerError;

/** Runs T-SQL as sa without a client. */
final class SceneSetter {

    /** The link of a session that has no client. */
    static final Backend.Link NO_LINK = new Backend.Link() {
        @Override
        public void cut() {}

        @Override
        public boolean open() {
            return true;
        }
    };

    private SceneSetter() {}

    /** Runs a batch for the lab itself; what goes wrong is the lab's own mistake. */
    static void run(LabInstance instance, String database, String batch) {
        try (LabSession session = open(instance, "lab")) {
            session.use(database);
            session.unjournaled();
            RecordingReply reply = new RecordingReply();
            session.batch(batch, reply);
            reply.throwErrors();
        } catch (ServerError e) {
            throw new IllegalStateException(e.getMessage() + " in: " + batch, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in: " + batch, e);
        }
    }

    /** Runs a batch as a program on the server would; the first error is thrown. */
    static void runAs(LabInstance instance, String application, String batch) throws ServerError, InterruptedException {
        try (LabSession session = open(instance, application)) {
            RecordingReply reply = new RecordingReply();
            session.batch(batch, reply);
            reply.throwErrors();
        }
    }

    static LabSession open(LabInstance instance, String application) {
        Backend.Login wanted = new Backend.Login(
                Login.SA, null, "master", application, instance.hostName(), "the server itself", true, false);
        return instance.sessions().open(instance, instance.logins().find(Login.SA), wanted, NO_LINK);
    }
}
