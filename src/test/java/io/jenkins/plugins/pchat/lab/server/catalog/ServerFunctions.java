package io.jenkins.plugins.pchat.lab.server.catalog;

import io.jenkins.plugins.pchat.lab.server.Contexts;
import io.jenkins.plugins.pchat.lab.server.LabSession;
import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.TableDefinition;
import java.util.Locale;

/**
 * Functions on databases and their objects; each takes the session's handle first and is called by the table engine.
 */
public final class ServerFunctions {

    private ServerFunctions() {}

    private static Database current(LabSession session) {
        return session.instance().databases().find(session.database());
    }

    public static Integer dbId(int handle) {
        return current(Contexts.session(handle)).id();
    }

    public static Integer dbId(int handle, String name) {
        Database found = name == null
                ? null
                : Contexts.session(handle).instance().databases().find(name);
        return found == null ? null : found.id();
    }

    public static String dbName(int handle) {
        return current(Contexts.session(handle)).name();
    }

    public static String dbName(int handle, Integer id) {
        Database found = id == null
                ? null
                : Contexts.session(handle).instance().databases().find(id);
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
        boolean system = database != null && session.instance().hasSystemObject(database.name(), last);
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
}
