package hudson.security;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.standalone.Permissions;
import org.springframework.security.access.AccessDeniedException;

/** What can be asked whether the caller may do something with it. */
public interface AccessControlled {

    default boolean hasPermission(@NonNull Permission permission) {
        return Permissions.has(permission);
    }

    default void checkPermission(@NonNull Permission permission) throws AccessDeniedException {
        if (!hasPermission(permission)) {
            throw new AccessDeniedException("missing " + permission);
        }
    }
}
