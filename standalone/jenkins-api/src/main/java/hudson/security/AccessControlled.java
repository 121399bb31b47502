package hudson.security;

import edu.umd.cs.findbugs.annotations.NonNull;

/** What can be asked whether the caller may do something with it. */
public interface AccessControlled {
    boolean hasPermission(@NonNull Permission permission);
}
