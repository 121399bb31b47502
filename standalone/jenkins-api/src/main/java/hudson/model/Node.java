package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;
import hudson.Launcher;
import hudson.remoting.VirtualChannel;

/** A machine that runs builds; the built-in node's name is empty. */
public abstract class Node extends AbstractModelObject {

    @NonNull
    public abstract String getNodeName();

    @Override
    public String getDisplayName() {
        return getNodeName();
    }

    @NonNull
    public abstract Launcher createLauncher(TaskListener listener);

    public abstract int getNumExecutors();

    @CheckForNull
    public abstract FilePath getRootPath();

    /** In Jenkins found by the node's name; here a node overrides {@link #createComputer}. */
    @CheckForNull
    public final Computer toComputer() {
        return createComputer();
    }

    @CheckForNull
    protected abstract Computer createComputer();

    @CheckForNull
    public final VirtualChannel getChannel() {
        Computer computer = toComputer();
        return computer == null ? null : computer.getChannel();
    }
}
