package org.jenkinsci.remoting;

/** What says at which end of a channel it may run. */
public interface RoleSensitive {
    void checkRoles(RoleChecker checker) throws SecurityException;
}
