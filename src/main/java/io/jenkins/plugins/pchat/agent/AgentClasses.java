package io.jenkins.plugins.pchat.agent;

import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings the plugin's jars to the agent, once for each connection. An agent loads a class from the controller when it first needs it; an operation
 * that goes on after the connection was lost would end at the first class that it has not needed yet, with its sessions left open.
 */
final class AgentClasses {

    private static final Logger LOGGER = Logger.getLogger(AgentClasses.class.getName());

    private AgentClasses() {}

    /**
     * Brings them. Without a jar (a plugin that is being developed runs from a folder of classes), or if it fails, the agent loads them one by one.
     *
     * @throws AgentLost if the connection is lost on the way
     */
    static void bring(Agent agent) throws InterruptedException {
        VirtualChannel way = agent.channel();
        ClassLoader loader = AgentClasses.class.getClassLoader();
        if (!(way instanceof Channel channel) || !(loader instanceof URLClassLoader plugin)) {
            return;
        }
        if (channel.getProperty(AgentClasses.class) != null) {
            return;
        }
        URL[] jars = Arrays.stream(plugin.getURLs())
                .filter(url -> url.getPath().endsWith(".jar"))
                .toArray(URL[]::new);
        try {
            channel.preloadJar(loader, jars);
            channel.setProperty(AgentClasses.class, true);
        } catch (IOException e) {
            if (AgentLost.isSaidBy(e)) {
                throw new AgentLost(agent.name(), e);
            }
            LOGGER.log(Level.WARNING, e, () -> "The plugin's jars could not be brought to agent " + agent.name());
        }
    }
}
