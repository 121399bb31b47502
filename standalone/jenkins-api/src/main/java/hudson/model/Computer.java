package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.remoting.VirtualChannel;
import java.io.IOException;

/** The running side of a node. */
public abstract class Computer extends Actionable {

    private final Node node;

    protected Computer(Node node) {
        this.node = node;
    }

    @CheckForNull
    public abstract VirtualChannel getChannel();

    @CheckForNull
    public Node getNode() {
        return node;
    }

    @NonNull
    public String getName() {
        return node.getNodeName();
    }

    @Override
    @NonNull
    public String getDisplayName() {
        return node.getDisplayName();
    }

    @CheckForNull
    public abstract Boolean isUnix();

    /** The environment of the agent's process. */
    public EnvVars getEnvironment() throws IOException, InterruptedException {
        return new EnvVars(System.getenv());
    }

    /** The variables that the node's and the global configuration add. */
    @NonNull
    public EnvVars buildEnvironment(@NonNull TaskListener listener) throws IOException, InterruptedException {
        return new EnvVars();
    }
}
