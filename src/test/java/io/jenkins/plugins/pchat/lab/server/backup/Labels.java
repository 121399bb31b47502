package io.jenkins.plugins.pchat.lab.server.backup;

import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.DatabaseUser;
import io.jenkins.plugins.pchat.lab.server.model.Identity;
import io.jenkins.plugins.pchat.lab.server.model.TableDefinition;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.json.JSONArray;
import org.json.JSONObject;

/** Headers and trailers of backup sets as JSON, so that a person can read a backup file of the lab. */
final class Labels {

    private Labels() {}

    static JSONObject write(SetHeader h) {
        SetHeader.Origin o = h.origin();
        JSONObject json = new JSONObject()
                .put("guid", h.guid().toString())
                .put("log", h.log())
                .put("name", h.name())
                .put("description", h.description())
                .put("userName", h.userName())
                .put("serverName", h.serverName())
                .put("machineName", h.machineName())
                .put("version", h.version())
                .put("started", h.started().toString())
                .put("copyOnly", h.copyOnly())
                .put("checksums", h.checksums())
                .put("compressed", h.compressed())
                .put("database", o.database())
                .put("created", o.identity().created().toString())
                .put("family", o.identity().family().toString())
                .put("firstFork", o.identity().firstFork().toString())
                .put("fork", o.identity().fork().toString())
                .put("recovery", o.recovery().name())
                .put("access", o.access().name())
                .put("compatibilityLevel", o.compatibilityLevel());
        for (DataFile f : o.files()) {
            json.append(
                    "files",
                    new JSONObject()
                            .put("id", f.id())
                            .put("name", f.logicalName())
                            .put("path", f.physicalName())
                            .put("log", f.log())
                            .put("bytes", f.bytes()));
        }
        for (DatabaseUser u : o.users()) {
            json.append(
                    "users",
                    new JSONObject()
                            .put("id", u.id())
                            .put("name", u.name())
                            .put("type", String.valueOf(u.type()))
                            .putOpt(
                                    "sid",
                                    u.sid() == null ? null : HexFormat.of().formatHex(u.sid())));
        }
        for (TableDefinition t : o.tables()) {
            json.append(
                    "tables",
                    new JSONObject()
                            .put("id", t.objectId())
                            .put("name", t.name())
                            .put("columns", t.columns()));
        }
        return json;
    }

    static SetHeader header(JSONObject j) {
        List<DataFile> files = new ArrayList<>();
        for (JSONObject f : objects(j, "files")) {
            files.add(new DataFile(
                    f.getInt("id"), f.getString("name"), f.getString("path"), f.getBoolean("log"), f.getLong("bytes")));
        }
        List<DatabaseUser> users = new ArrayList<>();
        for (JSONObject u : objects(j, "users")) {
            byte[] sid = u.has("sid") ? HexFormat.of().parseHex(u.getString("sid")) : null;
            users.add(new DatabaseUser(
                    u.getInt("id"), u.getString("name"), u.getString("type").charAt(0), sid));
        }
        List<TableDefinition> tables = new ArrayList<>();
        for (JSONObject t : objects(j, "tables")) {
            tables.add(new TableDefinition(t.getInt("id"), t.getString("name"), t.getString("columns")));
        }
        SetHeader.Origin origin = new SetHeader.Origin(
                j.getString("database"),
                new Identity(
                        UUID.fromString(j.getString("family")),
                        UUID.fromString(j.getString("firstFork")),
                        UUID.fromString(j.getString("fork")),
                        time(j, "created")),
                Database.Recovery.valueOf(j.getString("recovery")),
                Database.Access.valueOf(j.getString("access")),
                j.getInt("compatibilityLevel"),
                files,
                users,
                tables);
        return new SetHeader(
                UUID.fromString(j.getString("guid")),
                j.getBoolean("log"),
                j.optString("name", null),
                j.optString("description", null),
                j.getString("userName"),
                j.getString("serverName"),
                j.getString("machineName"),
                j.getString("version"),
                time(j, "started"),
                j.getBoolean("copyOnly"),
                j.getBoolean("checksums"),
                j.getBoolean("compressed"),
                origin);
    }

    static JSONObject write(SetTrailer t) {
        return new JSONObject()
                .put("firstLsn", t.firstLsn())
                .put("lastLsn", t.lastLsn())
                .put("checkpointLsn", t.checkpointLsn())
                .put("databaseBackupLsn", t.databaseBackupLsn())
                .put("beginsChain", t.beginsChain())
                .put("finished", t.finished().toString())
                .put("size", t.size())
                .put("storedSize", t.storedSize())
                .put("pages", t.pages());
    }

    static SetTrailer trailer(JSONObject j) {
        return new SetTrailer(
                j.getLong("firstLsn"),
                j.getLong("lastLsn"),
                j.getLong("checkpointLsn"),
                j.getLong("databaseBackupLsn"),
                j.getBoolean("beginsChain"),
                time(j, "finished"),
                j.getLong("size"),
                j.getLong("storedSize"),
                j.getLong("pages"));
    }

    private static LocalDateTime time(JSONObject json, String name) {
        return LocalDateTime.parse(json.getString(name));
    }

    private static List<JSONObject> objects(JSONObject json, String name) {
        List<JSONObject> objects = new ArrayList<>();
        JSONArray array = json.optJSONArray(name);
        for (int i = 0; array != null && i < array.length(); i++) {
            objects.add(array.getJSONObject(i));
        }
        return objects;
    }
}
