package io.jenkins.plugins.pchat.docs;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.agent.SqlServerAgent;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.RecordingReply;
import io.jenkins.plugins.pchat.lab.storage.DiskStorage;
import io.jenkins.plugins.pchat.lab.wire.Backend;
import io.jenkins.plugins.pchat.lab.wire.BackendSession;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.nio.file.Path;

/** An instance of the lab for the statements of a page. */
final class LabInPage implements AutoCloseable {

    private static final String PASSWORD = "a password of the test";
    private static final Backend.Link LINK = new Backend.Link() {
        @Override
        public void cut() {}

        @Override
        public boolean open() {
            return true;
        }
    };

    private final LabInstance instance;

    LabInPage(Path folder) {
        Journal journal = new Journal();
        Faults faults = new Faults(journal);
        DiskStorage storage = new DiskStorage(folder, faults).drive("SQLB", 'C').drive("SQLB", 'D');
        instance = new LabInstance("SQLB\\RTC", "SQLB", "12.0.6024.0", storage, faults, journal);
        instance.addLogin("pchat", PASSWORD, true);
        instance.createDatabase("mgc");
        instance.run("mgc", "CREATE TABLE dbo.t (i int IDENTITY(1,1) PRIMARY KEY)");
        SqlServerAgent.install(instance);
    }

    LabInstance instance() {
        return instance;
    }

    /** The number of the error that a batch ends with or that is raised in it; 0 for none. */
    int error(String batch) throws Exception {
        Backend.Login login = new Backend.Login("pchat", PASSWORD, "master", "page", "AGENT", "test", true, false);
        BackendSession session = instance.login(login, LINK);
        try {
            RecordingReply reply = new RecordingReply();
            session.batch(batch, reply);
            return reply.errors().isEmpty() ? 0 : reply.errors().get(0).number();
        } catch (ServerError e) {
            return e.number();
        } finally {
            session.close();
        }
    }

    @Override
    public void close() {
        instance.close();
    }
}
