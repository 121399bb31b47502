package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import io.jenkins.plugins.standalone.FolderArchive;
import io.jenkins.plugins.standalone.TemporaryFolder;
import java.io.File;
import java.io.IOException;
import java.util.List;
import jenkins.model.ArtifactManager;
import jenkins.model.RunAction2;

/** One build. */
public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements AccessControlled {

    public transient int number = 1;

    protected final transient JobT project;

    protected long timestamp = System.currentTimeMillis();

    protected volatile Result result;

    private File rootDir;

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

    @NonNull
    public String getUrl() {
        return "job/" + project.getName() + '/' + number + '/';
    }

    public final long getTimeInMillis() {
        return timestamp;
    }

    @NonNull
    public List<Cause> getCauses() {
        return List.of();
    }

    public boolean isBuilding() {
        return result == null;
    }

    @CheckForNull
    public Result getResult() {
        return result;
    }

    public void setResult(@NonNull Result r) {
        result = r;
    }

    /** In Jenkins the build's folder below that of its job; here one that is gone when the JVM ends. */
    @NonNull
    public synchronized File getRootDir() {
        if (rootDir == null) {
            rootDir = TemporaryFolder.create();
        }
        return rootDir;
    }

    @Override
    public void addAction(@NonNull Action a) {
        super.addAction(a);
        if (a instanceof RunAction2 attached) {
            attached.onAttached(this);
        }
    }

    /** In Jenkins it writes the build and its actions to the disk. */
    public synchronized void save() throws IOException {}

    @NonNull
    public final synchronized ArtifactManager pickArtifactManager() throws IOException {
        return new FolderArchive(getRootDir().toPath().resolve("archive"));
    }

    @Override
    public boolean hasPermission(@NonNull Permission permission) {
        return project.hasPermission(permission);
    }
}
