package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;

/** What the tests of the backup share. */
abstract class BackupTest {

    static final String PATH = "\\\\nas\\pchat\\mgc_failback_20260102_030405.bak";
    static final String BACKUP = "BACKUP DATABASE [mgc] TO DISK = N'" + PATH + "'\n"
            + "    WITH COPY_ONLY, FORMAT, INIT, SKIP, CHECKSUM, STATS = 5, NAME = N'mgc failback hand-over',"
            + " DESCRIPTION = N'pchat-failback b-1 " + new ScriptedServer("SQLB\\RTC").stamp() + "'";
    static final String VERIFY =
            "RESTORE VERIFYONLY FROM DISK = N'" + PATH + "'\n    WITH FILE = 1, CHECKSUM, STATS = 5";
    static final SqlTarget TARGET = SqlTarget.of("sqlb\\RTC");

    final ScriptedServer server = new ScriptedServer("SQLB\\RTC");
    final Runs runs = new Runs();
    int pauses;

    BackupDatabase operation() {
        return operation(BackupDatabase.Request.of(TARGET, "\\\\nas\\pchat"), "b-1");
    }

    BackupDatabase operation(BackupDatabase.Request request, String id) {
        return new BackupDatabase(request, server.session, new OperationId(id), seconds -> pauses++);
    }
}
