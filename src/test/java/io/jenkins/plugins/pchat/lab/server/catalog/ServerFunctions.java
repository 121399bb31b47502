package io.jenkins.plugins.pchat.lab.server.catalog;

import io.jenkins.plugins.pchat.lab.server.Contexts;
import io.jenkins.plugins.pchat.lab.server.LabSession;
import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.Login;
import io.jenkins.plugins.pchat.lab.server.model.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The functions of the server that queries can call; each takes the session's handle first and is called by the table engine. */
public final class ServerFunctions {

    private ServerFunctions() {}

    /** The statements that make them known to the table engine. */
    static List<String> definitions() {
        String[] functions = {
            "DATABASEPROPERTYEX", "DB_ID", "DB_NAME", "FILEPROPERTY", "HAS_DBACCESS", "HAS_PERMS_BY_NAME", "IS_MEMBER", "IS_SRVROLEMEMBER", "OBJECT_ID",
            "OBJECT_NAME", "SCHEMA_ID", "SCHEMA_NAME", "SERVERPROPERTY", "SUSER_ID", "SUSER_NAME", "SUSER_SID", "SUSER_SNAME", "USER_ID", "USER_NAME"
        };
        List<String> statements = new ArrayList<>();
        for (String function : functions) {
            statements.add(alias(function, ServerFunctions.class, camel(function)));
        }
        statements.add(alias("QUOTENAME", TextFunctions.class, "quotename"));
        statements.add(alias("PARSENAME", TextFunctions.class, "parsename"));
        statements.add(alias("ISNUMERIC", TextFunctions.class, "isnumeric"));
        statements.add(alias("FORMAT_DATE", TextFunctions.class, "formatDate"));
        statements.add(alias("HEX", TextFunctions.class, "hex"));
        return statements;
    }

    private static String alias(String name, Class<?> owner, String method) {
        return "CREATE ALIAS \"lab\".\"" + name + "\" FOR '" + owner.getName() + "." + method + "'";
    }

    private static String camel(String name) {
        StringBuilder text = new StringBuilder();
        for (String part : name.toLowerCase(Locale.ROOT).split("_")) {
            text.append(text.length() == 0 ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return text.toString();
    }

    private static Database current(LabSession session) {
        return session.instance().databases().find(session.database());
    }

    public static Integer dbId(int handle) {
        return current(Contexts.session(handle)).id();
    }

    public static Integer dbId(int handle, String name) {
        Database found = name == null ? null : Contexts.session(handle).instance().databases().find(name);
        return found == null ? null : found.id();
    }

    public static String dbName(int handle) {
        return current(Contexts.session(handle)).name();
    }

    public static String dbName(int handle, Integer id) {
        Database found = id == null ? null : Contexts.session(handle).instance().databases().find(id);
        return found == null ? null : found.name();
    }

    public static String databasepropertyex(int handle, String database, String property) {
        Object value = Properties.ofDatabase(Contexts.session(handle).instance(), database, property);
        return value == null ? null : value.toString();
    }

    public static String serverproperty(int handle, String property) {
        Object value = Properties.ofServer(Contexts.session(handle).instance(), property);
        return value == null ? null : value.toString();
    }

    /** SpaceUsed, in pages, and IsPrimaryFile and IsLogFile. */
    public static Integer fileproperty(int handle, String file, String property) {
        LabSession session = Contexts.session(handle);
        for (DataFile candidate : current(session).files()) {
            if (candidate.logicalName().equalsIgnoreCase(file)) {
                return switch (property.toLowerCase(Locale.ROOT)) {
                    case "spaceused" -> (int) (candidate.pages() / 2);
                    case "islogfile" -> candidate.log() ? 1 : 0;
                    case "isprimaryfile" -> candidate.id() == 1 ? 1 : 0;
                    default -> null;
                };
            }
        }
        return null;
    }

    public static Integer hasDbaccess(int handle, String name) {
        LabSession session = Contexts.session(handle);
        return session.instance().databases().find(name) == null ? null : session.canEnter(name) ? 1 : 0;
    }

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
            case "dbcreator", "securityadmin", "serveradmin", "setupadmin", "processadmin", "diskadmin", "bulkadmin" -> 0;
            default -> null;
        };
    }

    public static Integer objectId(int handle, String name) {
        LabSession session = Contexts.session(handle);
        String[] parts = name.replace("[", "").replace("]", "").split("\\.");
        Database database = parts.length == 3 ? session.instance().databases().find(parts[0]) : current(session);
        String last = parts[parts.length - 1];
        if (last.startsWith("#") || (parts.length == 3 && parts[0].equalsIgnoreCase("tempdb"))) {
            return session.hasTemporaryTable(last) ? Math.abs(last.hashCode()) : null;
        }
        TableDefinition table = database == null ? null : database.tables().get(last);
        if (table != null) {
            return table.objectId();
        }
        boolean system = database != null && session.hasSystemObject(database.name(), last);
        return system ? Math.abs(last.toLowerCase(Locale.ROOT).hashCode()) : null;
    }

    public static Integer objectId(int handle, String name, String type) {
        return objectId(handle, name);
    }

    public static String objectName(int handle, Integer id) {
        return current(Contexts.session(handle)).tables().values().stream()
                .filter(t -> id != null && t.objectId() == id)
                .map(TableDefinition::name)
                .findFirst()
                .orElse(null);
    }

    public static Integer schemaId(int handle, String name) {
        return "dbo".equalsIgnoreCase(name) ? Integer.valueOf(1) : null;
    }

    public static String schemaName(int handle) {
        return "dbo";
    }

    public static String schemaName(int handle, Integer id) {
        return id != null && id == 1 ? "dbo" : null;
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
