package io.jenkins.plugins.pchat.lab.server.catalog;

import io.jenkins.plugins.pchat.lab.server.Contexts;
import io.jenkins.plugins.pchat.lab.server.LabSession;
import io.jenkins.plugins.pchat.lab.server.model.Login;
import java.util.Locale;

/** Functions on logins and their rights; each takes the session's handle first and is called by the table engine. */
public final class LoginFunctions {

    private LoginFunctions() {}

    /** Whether the caller has a permission: a sysadmin has all, others none that the lab knows of. */
    public static Integer hasPermsByName(int handle, String securable, String type, String permission) {
        return Contexts.session(handle).login().sysadmin() ? 1 : 0;
    }

    public static Integer isMember(int handle, String role) {
        return Contexts.session(handle).login().sysadmin() ? 1 : 0;
    }

    public static Integer isSrvrolemember(int handle, String role) {
        return isSrvrolemember(handle, role, Contexts.session(handle).login().name());
    }

    /** Null for a role or login that there isn't. */
    public static Integer isSrvrolemember(int handle, String role, String name) {
        Login login = Contexts.session(handle).instance().logins().find(name);
        if (login == null || role == null) {
            return null;
        }
        return switch (role.toLowerCase(Locale.ROOT)) {
            case "sysadmin" -> login.sysadmin() ? 1 : 0;
            case "public" -> 1;
            case "dbcreator", "securityadmin", "serveradmin", "setupadmin", "processadmin", "diskadmin", "bulkadmin" ->
                0;
            default -> null;
        };
    }

    public static Integer suserId(int handle, String name) {
        Login login = Contexts.session(handle).instance().logins().find(name);
        return login == null ? null : login.id();
    }

    public static Integer suserId(int handle) {
        return Contexts.session(handle).login().id();
    }

    public static String suserName(int handle) {
        return Contexts.session(handle).login().name();
    }

    public static byte[] suserSid(int handle) {
        return Contexts.session(handle).login().sid();
    }

    public static byte[] suserSid(int handle, String name) {
        Login login = Contexts.session(handle).instance().logins().find(name);
        return login == null ? null : login.sid();
    }

    public static String suserSname(int handle) {
        return Contexts.session(handle).login().name();
    }

    /** Null for the sid of a login that the instance doesn't have. */
    public static String suserSname(int handle, byte[] sid) {
        Login login = Contexts.session(handle).instance().logins().find(sid);
        return login == null ? null : login.name();
    }

    public static Integer userId(int handle) {
        return 1;
    }

    public static String userName(int handle) {
        LabSession session = Contexts.session(handle);
        return session.login().sysadmin() ? "dbo" : session.login().name();
    }
}
