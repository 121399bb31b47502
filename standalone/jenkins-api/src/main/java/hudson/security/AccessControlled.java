package hudson.security;

import edu.umd.cs.findbugs.annotations.NonNull;
import org.springframework.security.access.AccessDeniedException;

/** What can be asked whether the caller may do something with it. */
public interface AccessControlled {

    boolean hasPermission(@NonNull Permission permission);

    default void checkPermission(@NonNull Permission permission) throws AccessDeniedException {
        if (!hasPermission(permission)) {
            throw new AccessDeniedException("missing " + permission);
        }
    }
}
