package io.jenkins.plugins.standalone;

import hudson.security.Permission;
import java.util.function.Predicate;

/** What the caller may do, for tests to set; by default everything. */
public final class Permissions {

    private static volatile Predicate<Permission> granted = permission -> true;

    private Permissions() {}

    public static void grant(Predicate<Permission> permissions) {
        granted = permissions;
    }

    public static void grantAll() {
        granted = permission -> true;
    }

    public static boolean has(Permission permission) {
        return granted.test(permission);
    }
}
