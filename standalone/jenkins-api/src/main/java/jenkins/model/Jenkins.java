package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import io.jenkins.plugins.standalone.Permissions;

/** The controller. */
public class Jenkins implements AccessControlled {

    public static final Permission ADMINISTER = Permission.fromId("hudson.model.Hudson.Administer");

    private static final Jenkins INSTANCE = new Jenkins();

    @NonNull
    public static Jenkins get() throws IllegalStateException {
        return INSTANCE;
    }

    @Override
    public boolean hasPermission(@NonNull Permission permission) {
        return Permissions.has(permission);
    }
}
