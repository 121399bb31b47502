package io.jenkins.plugins.pchat.host;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.standalone.SerializingChannel;
import java.nio.file.Path;
import java.util.Map;

/**
 * The one agent there is: the Windows management host. Callables reach it through serialization, and programs that it
 * starts are real processes.
 */
public final class ManagementHost implements Workers {

    private final String label;
    private final Path folder;
    private final EnvVars environment;
    private final VirtualChannel channel = new SerializingChannel();

    /**
     * @param label the only label it has
     * @param folder where its workspace is
     * @param environment what its environment has beyond this machine's
     */
    public ManagementHost(String label, Path folder, Map<String, String> environment) {
        this.label = label;
        this.folder = folder;
        this.environment = new EnvVars(System.getenv());
        this.environment.overrideAll(environment);
    }

    @Override
    public Map<Class<?>, Object> take(String wanted, TaskListener log) {
        if (!label.equals(wanted)) {
            throw new PipelineError("There are no nodes with the label '" + wanted
                    + "'; the only agent here has the label '" + label + "'.");
        }
        Node node = new Agent();
        return Map.of(
                Node.class,
                node,
                Computer.class,
                node.toComputer(),
                Launcher.class,
                node.createLauncher(log),
                FilePath.class,
                new FilePath(channel, folder.resolve("workspace").toString()),
                EnvVars.class,
                new EnvVars(environment));
    }

    private final class Agent extends Node {

        @Override
        public String getNodeName() {
            return label;
        }

        @Override
        public Launcher createLauncher(TaskListener listener) {
            return new Launcher.LocalLauncher(listener, channel);
        }

        @Override
        public int getNumExecutors() {
            return 1;
        }

        @Override
        public FilePath getRootPath() {
            return new FilePath(channel, folder.toString());
        }

        @Override
        protected Computer createComputer() {
            return new Host(this);
        }
    }

    private final class Host extends Computer {

        Host(Node node) {
            super(node);
        }

        @Override
        public VirtualChannel getChannel() {
            return channel;
        }

        @Override
        public Boolean isUnix() {
            return java.io.File.pathSeparatorChar == ':';
        }

        @Override
        public EnvVars getEnvironment() {
            return new EnvVars(environment);
        }
    }
}
