package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.security.Permission;
import io.jenkins.plugins.standalone.Permissions;

/** Something in the tree of jobs. */
public abstract class AbstractItem extends Actionable implements Item {

    protected transient String name;
    private final transient ItemGroup<?> parent;

    protected AbstractItem(ItemGroup<?> parent, String name) {
        this.parent = parent;
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    @Override
    public final String getFullName() {
        String folder = parent == null ? "" : parent.getFullName();
        return folder.isEmpty() ? name : folder + '/' + name;
    }

    @Override
    public boolean hasPermission(@NonNull Permission permission) {
        return Permissions.has(permission);
    }
}
