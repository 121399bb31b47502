package hudson.model.listeners;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;

/** Is told of builds. */
@SuppressWarnings("rawtypes") // as in Jenkins
public abstract class RunListener<R extends Run> implements ExtensionPoint {

    protected RunListener() {}

    public void onCompleted(R r, @NonNull TaskListener listener) {}
}
