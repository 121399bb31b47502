package hudson.slaves;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;

/** Workspaces of a node. */
public final class WorkspaceList {

    public static final String COMBINATOR = "@";

    public static final String TMP_DIR_SUFFIX = COMBINATOR + "tmp";

    private WorkspaceList() {}

    /** The folder beside a workspace for files that are no part of it; null for a workspace that is a file system's root. */
    @CheckForNull
    public static FilePath tempDir(FilePath ws) {
        FilePath parent = ws.getParent();
        return parent == null ? null : parent.child(ws.getName() + TMP_DIR_SUFFIX);
    }
}
