package io.jenkins.plugins.pchat.lab.server.catalog;

import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import java.util.Locale;

/** SERVERPROPERTY and DATABASEPROPERTYEX. */
public final class Properties {

    private Properties() {}

    /** A property of the server, null for one that the lab doesn't know. */
    public static Object ofServer(LabInstance instance, String property) {
        String server = instance.serverName();
        boolean named = server.contains("\\");
        String[] version = instance.productVersion().split("\\.");
        return switch (property.toLowerCase(Locale.ROOT)) {
            case "servername" ->
                instance.settings().newName() == null
                        ? server
                        : instance.settings().newName();
            case "machinename", "computernamephysicalnetbios" -> instance.hostName();
            case "instancename" -> named ? server.substring(server.indexOf('\\') + 1) : null;
            case "isclustered", "ishadrenabled", "issingleuser", "isintegratedsecurityonly", "isfulltextinstalled" -> 0;
            case "productversion" -> instance.productVersion();
            case "productmajorversion" -> version[0];
            case "productminorversion" -> version[1];
            case "productbuild" -> version[2];
            case "productlevel" -> "SP3";
            case "edition" -> instance.settings().edition();
            case "engineedition" -> instance.settings().edition().startsWith("Express") ? 4 : 2;
            case "collation" -> instance.settings().collation();
            case "lcid" -> 1033;
            case "processid" -> 1000;
            case "instancedefaultdatapath", "instancedefaultlogpath", "instancedefaultbackuppath" -> "D:\\Data\\";
            default -> null;
        };
    }

    /** A property of a database, null for one that the lab doesn't know. */
    public static Object ofDatabase(LabInstance instance, String database, String property) {
        Database found = database == null ? null : instance.databases().find(database);
        if (found == null) {
            return null;
        }
        boolean online = found.state() == Database.State.ONLINE;
        return switch (property.toLowerCase(Locale.ROOT)) {
            case "status" -> found.state().name();
            case "updateability" -> "ON".equals(found.options().get("READ_ONLY")) ? "READ_ONLY" : "READ_WRITE";
            case "useraccess" -> found.access().name();
            case "recovery" -> found.recovery().name();
            case "collation" -> online ? DatabaseViews.COLLATION : null;
            case "isinstandby", "isautoclose", "isautoshrink" -> 0;
            case "version" -> online ? 782 : null;
            default -> null;
        };
    }
}
