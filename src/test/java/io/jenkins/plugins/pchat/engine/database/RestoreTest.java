package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the restore share. */
abstract class RestoreTest {

    static final String PATH = "\\\\nas\\pchat\\mgc_failback_20260102_030405.bak";
    static final String MOVES =
            ",\n    MOVE N'mgc_data' TO N'E:\\CsData\\mgc.mdf',\n    MOVE N'mgc_log' TO N'E:\\CsData\\mgc.ldf'";
    static final String VERIFY =
            "RESTORE VERIFYONLY FROM DISK = N'" + PATH + "'\n    WITH FILE = 1, CHECKSUM, STATS = 5" + MOVES;
    static final String RESTORE = "RESTORE DATABASE [mgc] FROM DISK = N'" + PATH
            + "'\n    WITH FILE = 1, REPLACE, RECOVERY, CHECKSUM, STATS = 5" + MOVES;
    static final String KICK = "ALTER DATABASE [mgc] SET SINGLE_USER WITH ROLLBACK IMMEDIATE;\n";
    static final String LET_IN = "ALTER DATABASE [mgc] SET MULTI_USER";
    static final String OWNER = "ALTER AUTHORIZATION ON DATABASE::[mgc] TO [sa]";
    static final SqlTarget TARGET = SqlTarget.of("sqla\\RTC");

    final ScriptedServer server = new ScriptedServer("SQLA\\RTC");
    final Runs runs = new Runs();
    int pauses;

    @BeforeEach
    void theBackupIsGood() {
        server.headerWith();
    }

    RestoreDatabase operation() {
        return operation(null);
    }

    RestoreDatabase operation(String source) {
        return new RestoreDatabase(
                new RestoreDatabase.Request(TARGET, null, PATH, source, 5),
                server.session,
                new OperationId("r-1"),
                seconds -> pauses++);
    }

    /** The restore is refused by this guard. */
    void refused(String guard) {
        refused(guard, null);
    }

    void refused(String guard, String source) {
        runs.refused(guard, operation(source), server.session);
    }
}
