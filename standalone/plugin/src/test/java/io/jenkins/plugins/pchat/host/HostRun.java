package io.jenkins.plugins.pchat.host;

import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.StreamTaskListener;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

/** A build of the host's one job. */
final class HostRun extends Run<HostRun.HostJob, HostRun> implements FlowExecutionOwner.Executable {

    private final HostFlow flow = new HostFlow();
    private final TaskListener listener;
    private final Path folder;

    /** The job. */
    static final class HostJob extends Job<HostJob, HostRun> {
        HostJob() {
            super(null, "failback");
        }
    }

    private HostRun(HostJob job, BuildLog log, Path folder) throws IOException {
        super(job);
        this.listener = new StreamTaskListener(log.stream());
        this.folder = folder;
    }

    /** @param folder where builds are kept; null for a folder that is gone when the JVM ends */
    static HostRun number(int number, BuildLog log, Path folder) {
        try {
            HostRun run = new HostRun(new HostJob(), log, folder == null ? null : emptied(folder, number));
            run.number = number;
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of a build, without what a build of this number left there earlier. */
    private static Path emptied(Path folder, int number) throws IOException {
        Path own = Files.createDirectories(folder.resolve(String.valueOf(number)));
        try (Stream<Path> files = Files.walk(own)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        return own;
    }

    HostFlow flow() {
        return flow;
    }

    TaskListener listener() {
        return listener;
    }

    @Override
    public File getRootDir() {
        return folder == null ? super.getRootDir() : folder.toFile();
    }

    @Override
    public FlowExecutionOwner asFlowExecutionOwner() {
        return new Owner(this);
    }

    /** The way from a pipeline to its build. */
    private static final class Owner extends FlowExecutionOwner {

        private static final long serialVersionUID = 1L;

        private final transient HostRun run;

        Owner(HostRun run) {
            this.run = run;
        }

        @Override
        public FlowExecution get() {
            return run.flow;
        }

        @Override
        public TaskListener getListener() {
            return run.listener;
        }
    }
}
