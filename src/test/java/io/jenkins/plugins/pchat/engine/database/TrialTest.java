package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;

import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the trial restore share: a primary with its rebuilt mgc, and the database of a trial that comes and goes beside it. */
abstract class TrialTest {

    static final String PATH = "\\\\nas\\pchat\\mgc_trial_20260102_030405.bak";
    static final String DATA = "E:\\CsData\\pchat-trial-mgc-1.mdf";
    static final String LOG = "E:\\CsData\\pchat-trial-mgc-2.ldf";
    static final String MOVES = ",\n    MOVE N'mgc_data' TO N'" + DATA + "',\n    MOVE N'mgc_log' TO N'" + LOG + "'";
    static final String VERIFY =
            "RESTORE VERIFYONLY FROM DISK = N'" + PATH + "'\n    WITH FILE = 1, CHECKSUM, STATS = 5" + MOVES;
    static final String RESTORE = "RESTORE DATABASE [mgc_trial] FROM DISK = N'" + PATH
            + "'\n    WITH FILE = 1, RECOVERY, RESTRICTED_USER, CHECKSUM, STATS = 5" + MOVES;
    static final String CHECK = "DBCC CHECKDB (N'mgc_trial') WITH NO_INFOMSGS, PHYSICAL_ONLY";
    static final String DROP = "DROP DATABASE [mgc_trial]";

    final ScriptedServer server = new ScriptedServer("SQLA\\RTC");
    final Runs runs = new Runs();
    int pauses;

    /** The state of mgc_trial; null while there is none. */
    String trial;

    /** Its files; they are on the disk with it. */
    final List<String> files = new ArrayList<>();

    /** Files that are on the disk all the same. */
    final List<String> others = new ArrayList<>();

    /** What msdb tells of the restores of mgc_trial. */
    final List<SqlRow> restores = new ArrayList<>();

    @BeforeEach
    void theServerHasRoomForATrial() {
        server.headerWith("BackupName", "mgc failback trial");
        server.session.answer(
                "FROM sys.databases AS d WHERE d.name",
                p -> p[0].equals("mgc_trial")
                        ? trial == null ? List.of() : List.of(database("mgc_trial", 9, trial))
                        : server.exists ? List.of(database((String) p[0], 5, "ONLINE")) : List.of());
        server.session.answer("sys.master_files", p -> masterFiles());
        server.session.answer("xp_fileexist N'[^']*df'", p -> List.of(ScriptedAnswers.exist(false, false)));
        for (String path : List.of(DATA, LOG)) {
            server.session.answer(
                    "xp_fileexist N'" + Pattern.quote(path),
                    p -> List.of(ScriptedAnswers.exist(
                            others.contains(path) || trial != null && files.contains(path), false)));
        }
        server.session.answer("msdb.dbo.restorehistory", p -> List.copyOf(restores));
        server.session.effect("RESTORE DATABASE \\[mgc_trial\\]", (sql, console) -> made("ONLINE"));
        server.session.effect("DROP DATABASE \\[mgc_trial\\]", (sql, console) -> trial = null);
    }

    /** A trial has restored it, as far as this state. */
    final void made(String state) {
        trial = state;
        files.clear();
        files.addAll(List.of(DATA, LOG));
        if (state.equals("ONLINE")) {
            restores.add(0, row("backup_set_uuid", ScriptedServer.GUID, "database_name", "mgc"));
        }
    }

    private static SqlRow database(String name, int id, String state) {
        return row(
                "name",
                name,
                "database_id",
                id,
                "state_desc",
                state,
                "user_access_desc",
                "RESTRICTED_USER",
                "recovery_model_desc",
                "FULL",
                "is_read_only",
                false,
                "page_verify_option_desc",
                "CHECKSUM",
                "collation_name",
                "Latin1_General_CI_AI",
                "compatibility_level",
                110,
                "owner_name",
                "sa");
    }

    private List<SqlRow> masterFiles() {
        List<SqlRow> all = new ArrayList<>(server.otherFiles);
        all.add(ScriptedRows.file("master", 1, 1, "master", "ROWS", "C:\\Sql\\master.mdf"));
        all.add(ScriptedRows.file("master", 1, 2, "mastlog", "LOG", "C:\\Sql\\mastlog.ldf"));
        if (server.exists) {
            all.add(ScriptedRows.file("mgc", 5, 1, "mgc_data", "ROWS", "E:\\CsData\\mgc.mdf"));
            all.add(ScriptedRows.file("mgc", 5, 2, "mgc_log", "LOG", "E:\\CsData\\mgc.ldf"));
        }
        for (int i = 0; trial != null && i < files.size(); i++) {
            all.add(ScriptedRows.file("mgc_trial", 9, i + 1, "f" + i, i == 1 ? "LOG" : "ROWS", files.get(i)));
        }
        return all;
    }

    TrialRestore operation() {
        return operation(null, CheckDb.PHYSICAL);
    }

    static TrialRestore.Request request(String source, CheckDb check) {
        return new TrialRestore.Request(SqlTarget.of("sqla\\RTC"), null, PATH, source, 5, check);
    }

    TrialRestore operation(String source, CheckDb check) {
        return new TrialRestore(request(source, check), server.session, new OperationId("t-1"), seconds -> pauses++);
    }
}
