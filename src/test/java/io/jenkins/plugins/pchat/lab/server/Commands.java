package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;
import io.jenkins.plugins.pchat.lab.server.tsql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What statements are called in {@code sys.dm_exec_requests}, and which of them only read. */
final class Commands {

    private static final Set<String> READING_RESTORES = Set.of("HEADERONLY", "FILELISTONLY", "VERIFYONLY", "LABELONLY");
    private static final Set<String> READING_PROCEDURES = Set.of(
            "xp_fileexist",
            "xp_dirtree",
            "xp_fixeddrives",
            "sp_who",
            "sp_who2",
            "sp_databases",
            "sp_tables",
            "sp_columns",
            "sp_sproc_columns",
            "sp_sproc_columns_100",
            "sp_describe_undeclared_parameters",
            "xp_instance_regread",
            "xp_msver",
            "sp_getapplock",
            "sp_releaseapplock");

    private Commands() {}

    /** {@code BACKUP DATABASE}, {@code RESTORE VERIFYON}: the view has room for 16 characters there. */
    static String of(Statement statement) {
        if (statement instanceof ServerStatement.Backup backup) {
            return "BACKUP " + backup.kind();
        }
        if (statement instanceof ServerStatement.Restore restore) {
            String command = "RESTORE " + restore.kind();
            return command.substring(0, Math.min(16, command.length()));
        }
        if (statement instanceof ServerStatement.CheckDatabase) {
            return "DBCC";
        }
        if (statement instanceof Statement.Query query) {
            return query.verb().equals("WITH") ? "SELECT" : query.verb();
        }
        return statement.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    /** Whether one of the statements backs up or restores: in such a batch that one is what faults strike. */
    static boolean takeLong(List<Statement> statements) {
        return statements.stream().anyMatch(Commands::takesLong);
    }

    private static boolean takesLong(Statement statement) {
        if (statement instanceof Statement.If branch) {
            return takesLong(branch.then()) || (branch.otherwise() != null && takesLong(branch.otherwise()));
        } else if (statement instanceof Statement.While loop) {
            return takesLong(loop.body());
        } else if (statement instanceof Statement.Block block) {
            return takeLong(block.statements());
        } else if (statement instanceof Statement.TryCatch attempt) {
            return takeLong(attempt.attempted()) || takeLong(attempt.handler());
        }
        return statement instanceof ServerStatement.Backup
                || (statement instanceof ServerStatement.Restore && !onlyReads(statement));
    }

    /** Whether none of the statements can change anything but the session itself and its temporary tables. */
    static boolean onlyRead(List<Statement> statements) {
        return statements.stream().allMatch(Commands::onlyReads);
    }

    private static boolean onlyReads(Statement statement) {
        if (statement instanceof Statement.If branch) {
            return onlyReads(branch.then()) && (branch.otherwise() == null || onlyReads(branch.otherwise()));
        } else if (statement instanceof Statement.While loop) {
            return onlyReads(loop.body());
        } else if (statement instanceof Statement.Block block) {
            return onlyRead(block.statements());
        } else if (statement instanceof Statement.TryCatch attempt) {
            return onlyRead(attempt.attempted()) && onlyRead(attempt.handler());
        } else if (statement instanceof Statement.Query query) {
            return query.verb().equals("SELECT") || TemporaryTables.isTarget(query);
        } else if (statement instanceof Statement.Exec call) {
            return readsOnly(call.procedure());
        } else if (statement instanceof Statement.InsertExec insert) {
            return TemporaryTables.isTarget(new Statement.Query(insert.line(), insert.target()))
                    && onlyReads(insert.source());
        } else if (statement instanceof ServerStatement.Restore restore) {
            return READING_RESTORES.contains(restore.kind());
        } else if (statement instanceof ServerStatement) {
            return statement instanceof ServerStatement.CheckDatabase;
        }
        return !(statement instanceof Statement.ExecText);
    }

    /** Whether a procedure changes nothing; sp_executesql is judged by the text that it runs. */
    static boolean readsOnly(String procedure) {
        String name = procedure.toLowerCase(Locale.ROOT);
        return READING_PROCEDURES.contains(name) || name.startsWith("sp_help");
    }
}
