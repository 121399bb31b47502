package io.jenkins.plugins.pchat.agent;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.standalone.SerializingChannel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** An agent whose channel serializes and whose processes are real, and the log of a build on it. */
public final class TestAgent extends Node {

    private final String name;
    private final Path folder;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    public SerializingChannel channel = new SerializingChannel();
    public final TaskListener listener = new StreamTaskListener(new PrintStream(log, true, StandardCharsets.UTF_8));
    public final EnvVars environment = new EnvVars();
    public boolean offline;

    /**
     * @param name empty for the controller's built-in node
     * @param folder where its workspace is
     */
    public TestAgent(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    /** The agent as the plugin sees it. */
    Agent agent() throws Exception {
        return Agent.of(this, createComputer(), createLauncher(listener), workspace(), listener);
    }

    public FilePath workspace() {
        return new FilePath(channel, folder.resolve("workspace").toString());
    }

    /** Connects again, after the connection was lost. */
    public void reconnect() {
        channel = new SerializingChannel();
    }

    public String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    /** Waits until the log has this; the test has a limit. */
    public void await(String text) throws InterruptedException {
        while (!log().contains(text)) {
            Thread.sleep(20);
        }
    }

    @Override
    public String getNodeName() {
        return name;
    }

    @Override
    public Launcher createLauncher(TaskListener log) {
        return new Launcher.LocalLauncher(log, channel);
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
    public Computer createComputer() {
        return new Computer(this) {
            @Override
            public VirtualChannel getChannel() {
                return offline ? null : channel;
            }

            @Override
            public Boolean isUnix() {
                return true;
            }

            @Override
            public EnvVars getEnvironment() {
                return new EnvVars(environment);
            }
        };
    }
}
