package io.jenkins.plugins.pchat.agent;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.pchat.engine.Failure;

/**
 * The agent that a step runs on: the management host.
 *
 * @param name the node's name, for messages
 * @param workspace the build's folder on it; files of a step go beside it
 */
public record Agent(
        String name,
        VirtualChannel channel,
        Computer computer,
        Launcher launcher,
        FilePath workspace,
        TaskListener listener) {

    /**
     * Takes the agent from a step's context.
     *
     * @throws Failure INVALID on the built-in node, CONNECT if the agent is offline
     */
    public static Agent of(Node node, Computer computer, Launcher launcher, FilePath workspace, TaskListener listener)
            throws Failure {
        // The controller holds everybody's secrets; no server is reached from there. Its node is the one without a
        // name.
        if (node.getNodeName().isEmpty()) {
            throw Failure.of(Failure.Code.INVALID, "This step never runs on the controller's built-in node.")
                    .next("run it on the agent that is the management host: node('its label') { ... }.");
        }
        VirtualChannel channel = computer.getChannel();
        if (channel == null) {
            throw Failure.of(Failure.Code.CONNECT, "Agent " + node.getNodeName() + " is offline.")
                    .leaving("nothing was contacted by this step.")
                    .next("bring the agent back and run the step again.");
        }
        return new Agent(node.getNodeName(), channel, computer, launcher, workspace, listener);
    }
}
