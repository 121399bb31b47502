package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.IOException;

/** One build. */
public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable {

    public int number = 1;

    protected final transient JobT project;

    protected Run(@NonNull JobT job) throws IOException {
        this.project = job;
    }

    @NonNull
    public JobT getParent() {
        return project;
    }

    public int getNumber() {
        return number;
    }

    @Override
    public String getDisplayName() {
        return "#" + number;
    }

    public String getFullDisplayName() {
        return project.getFullName() + ' ' + getDisplayName();
    }

    @NonNull
    public String getExternalizableId() {
        return project.getFullName() + '#' + number;
    }
}
