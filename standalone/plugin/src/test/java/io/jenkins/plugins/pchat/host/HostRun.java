package io.jenkins.plugins.pchat.host;

import hudson.model.Job;
import hudson.model.Run;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A build of the host's one job. */
final class HostRun extends Run<HostRun.HostJob, HostRun> {

    /** The job. */
    static final class HostJob extends Job<HostJob, HostRun> {
        HostJob() {
            super(null, "failback");
        }
    }

    private HostRun(HostJob job) throws IOException {
        super(job);
    }

    static HostRun number(int number) {
        try {
            HostRun run = new HostRun(new HostJob());
            run.number = number;
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
