package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.TableDefinition;
import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.Column.Type;
import java.util.ArrayList;
import java.util.List;

/** The system procedures of master that tell of sessions, databases and configuration. */
final class SystemProcedures {

    private SystemProcedures() {}

    static void register(LabInstance instance) {
        FileProcedures.register(instance);
        LockProcedures.register(instance);
        instance.register("master.dbo.sp_who2", call -> who(instance, call));
        instance.register("master.dbo.sp_databases", call -> databases(instance, call));
        instance.register("master.dbo.sp_tables", call -> tables(instance, call));
        instance.register("master.dbo.sp_configure", SystemProcedures::configure);
    }

    private static int who(LabInstance instance, Procedure.Call call) {
        List<List<?>> rows = new ArrayList<>();
        for (LabSession s : instance.sessions().all()) {
            RunningRequest r = s.running().request();
            rows.add(List.of(
                    String.valueOf(s.id()),
                    r == null ? "sleeping" : "RUNNABLE",
                    s.login().name(),
                    s.client().hostName(),
                    "  .",
                    s.database(),
                    r == null ? "AWAITING COMMAND" : r.command(),
                    "0",
                    "0",
                    s.running().lastStart().toString(),
                    s.client().applicationName(),
                    String.valueOf(s.id())));
        }
        List<Column> columns = new ArrayList<>();
        for (String name : List.of(
                "SPID",
                "Status",
                "Login",
                "HostName",
                "BlkBy",
                "DBName",
                "Command",
                "CPUTime",
                "DiskIO",
                "LastBatch",
                "ProgramName",
                "SPID")) {
            columns.add(Column.nvarchar(name, 128));
        }
        call.result(columns, rows);
        return 0;
    }

    private static int databases(LabInstance instance, Procedure.Call call) {
        List<List<?>> rows = new ArrayList<>();
        for (Database database : instance.databases().all()) {
            List<Object> row = new ArrayList<>();
            row.add(database.name());
            row.add((int) (database.files().stream().mapToLong(f -> f.bytes()).sum() / 1024));
            row.add(null);
            rows.add(row);
        }
        call.result(
                List.of(
                        Column.nvarchar("DATABASE_NAME", 128),
                        Column.of("DATABASE_SIZE", Type.INT),
                        Column.nvarchar("REMARKS", 254)),
                rows);
        return 0;
    }

    private static int tables(LabInstance instance, Procedure.Call call) {
        List<List<?>> rows = new ArrayList<>();
        Database database = instance.databases().find(call.database());
        for (TableDefinition table : database.tables().values()) {
            List<Object> row = new ArrayList<>(List.of(database.name(), "dbo", table.name(), "TABLE"));
            row.add(null);
            rows.add(row);
        }
        call.result(
                List.of(
                        Column.nvarchar("TABLE_QUALIFIER", 128),
                        Column.nvarchar("TABLE_OWNER", 128),
                        Column.nvarchar("TABLE_NAME", 128),
                        Column.nvarchar("TABLE_TYPE", 32),
                        Column.nvarchar("REMARKS", 254)),
                rows);
        return 0;
    }

    /** Only the default of backup compression can be looked at; nothing can be set. */
    private static int configure(Procedure.Call call) {
        call.declare("configname", "configvalue");
        if (call.given("configvalue") || !"backup compression default".equalsIgnoreCase(call.text("configname"))) {
            call.error(
                    Errors.NOT_SIMULATED,
                    16,
                    "The lab doesn't simulate this: sp_configure but for looking at 'backup compression default'.");
            return 1;
        }
        call.result(
                List.of(
                        Column.nvarchar("name", 35),
                        Column.of("minimum", Type.INT),
                        Column.of("maximum", Type.INT),
                        Column.of("config_value", Type.INT),
                        Column.of("run_value", Type.INT)),
                List.of(List.of("backup compression default", 0, 1, 0, 0)));
        return 0;
    }
}
