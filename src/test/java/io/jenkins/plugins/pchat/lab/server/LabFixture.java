package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.storage.DiskStorage;
import io.jenkins.plugins.pchat.lab.wire.Backend;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Instances with their disks for tests, and sessions without a wire. */
class LabFixture implements AutoCloseable {

    static final String PASSWORD = "a password of the test";

    final Journal journal = new Journal();
    final Faults faults = new Faults(journal);
    final DiskStorage storage;
    final LabInstance primary;
    final LabInstance backup;
    private final List<LabInstance> instances = new ArrayList<>();

    /** A primary SQLA\RTC and a backup SQLB\RTC with the share \\nas\pchat, both with login pchat. */
    LabFixture(Path folder) {
        storage = new DiskStorage(folder, faults);
        storage.share("\\\\nas\\pchat");
        primary = instance("SQLA\\RTC", "SQLA", "12.0.6024.0");
        backup = instance("SQLB\\RTC", "SQLB", "12.0.6024.0");
    }

    LabInstance instance(String serverName, String host, String version) {
        storage.drive(host, 'C').drive(host, 'D');
        LabInstance instance = new LabInstance(serverName, host, version, storage, faults, journal);
        instance.addLogin("pchat", PASSWORD, true);
        instances.add(instance);
        return instance;
    }

    /** A connection that remembers that it was cut. */
    static final class TestLink implements Backend.Link {
        volatile boolean cut;

        @Override
        public void cut() {
            cut = true;
        }

        @Override
        public boolean open() {
            return !cut;
        }
    }

    LabSession session(LabInstance instance) throws ServerError {
        return session(instance, "pchat", "master", new TestLink());
    }

    LabSession session(LabInstance instance, String user, String database, Backend.Link link) throws ServerError {
        Backend.Login login =
                new Backend.Login(user, PASSWORD, database, "test of the lab", "AGENT", "test", true, false);
        return (LabSession) instance.login(login, link);
    }

    /** Runs a batch in a new session. */
    RecordingReply run(LabInstance instance, String batch) throws ServerError, InterruptedException {
        try (LabSession session = session(instance)) {
            RecordingReply reply = new RecordingReply();
            session.batch(batch, reply);
            return reply;
        }
    }

    @Override
    public void close() {
        instances.forEach(LabInstance::close);
    }
}
