package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;

import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import java.math.BigDecimal;

/** Rows of msdb, and of the views of sessions, files and users. */
final class ScriptedRows {

    private ScriptedRows() {}

    /** A full backup of mgc in msdb. */
    static SqlRow backup(String server, String set, String description, String path) {
        return row(
                "backup_set_uuid",
                ScriptedServer.GUID,
                "name",
                set,
                "description",
                description,
                "database_name",
                "mgc",
                "server_name",
                server,
                "backup_start_date",
                ScriptedServer.NOW,
                "backup_finish_date",
                ScriptedServer.NOW.plusSeconds(90),
                "first_lsn",
                new BigDecimal("31000000012300001"),
                "last_lsn",
                new BigDecimal("31000000045600001"),
                "checkpoint_lsn",
                new BigDecimal("31000000012300037"),
                "backup_size",
                new BigDecimal(1L << 30),
                "physical_device_name",
                path);
    }

    /** A chat server that is connected. */
    static SqlRow session(int id, String host) {
        return row(
                "session_id",
                id,
                "login_name",
                "lyncchat",
                "host_name",
                host,
                "program_name",
                "Persistent Chat Server",
                "status",
                "sleeping",
                "login_time",
                ScriptedServer.NOW);
    }

    /** A file of a database in sys.master_files. */
    static SqlRow file(String database, int id, int fileId, String logical, String type, String path) {
        return row(
                "database_name",
                database,
                "database_id",
                id,
                "file_id",
                fileId,
                "logical_name",
                logical,
                "type_desc",
                type,
                "physical_name",
                path,
                "size",
                1024);
    }

    /** A user without a login. */
    static SqlRow orphan(String user, String type, String login) {
        return row("name", user, "type_desc", type, "login_of_that_name", login);
    }
}
