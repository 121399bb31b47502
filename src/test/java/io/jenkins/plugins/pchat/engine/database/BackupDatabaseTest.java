package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackupDatabaseTest extends BackupTest {

    @Test
    void backsUpAndReadsBack() throws Exception {
        Outcome outcome = runs.run(operation());

        assertEquals(List.of(BACKUP, VERIFY), server.session.executed());
        assertTrue(outcome.changed());
        assertEquals(PATH, outcome.path());
        assertEquals("SQLB\\RTC", outcome.details().get("server"));
        assertEquals("31000000012300001", outcome.details().get("firstLsn"));
        assertEquals("31000000045600001", outcome.details().get("lastLsn"));
        assertEquals("31000000012300037", outcome.details().get("checkpointLsn"));
        assertEquals(ScriptedServer.GUID, outcome.details().get("backupSetGuid"));
        assertEquals(1L << 30, outcome.details().get("sizeBytes"));
        assertEquals(90L, outcome.details().get("seconds"));
    }

    @Test
    void putsEveryOptionIntoTheStatement() throws Exception {
        runs.run(operation(
                new BackupDatabase.Request(
                        TARGET,
                        "mgc",
                        "\\\\nas\\pchat\\",
                        false,
                        Compression.ON,
                        10,
                        1048576,
                        50,
                        "it's mine",
                        null,
                        false),
                "b-1"));

        assertEquals(
                "BACKUP DATABASE [mgc] TO DISK = N'" + PATH + "'\n"
                        + "    WITH FORMAT, INIT, SKIP, CHECKSUM, COMPRESSION, STATS = 10, MAXTRANSFERSIZE = 1048576,"
                        + " BUFFERCOUNT = 50, NAME = N'mgc failback hand-over',"
                        + " DESCRIPTION = N'pchat-failback b-1 " + server.stamp() + " it''s mine'",
                server.session.executed().get(0));
    }

    @Test
    void canSwitchCompressionOff() throws Exception {
        runs.run(operation(
                new BackupDatabase.Request(
                        TARGET, null, "\\\\nas\\pchat", true, Compression.OFF, 5, null, null, null, null, false),
                "b-1"));

        assertTrue(server.session.executed().get(0).contains(" NO_COMPRESSION,"));
    }

    @Test
    void executesNothingOnADryRun() throws Exception {
        Outcome outcome = runs.dryRun(operation());

        assertEquals(List.of(), server.session.executed());
        assertEquals(PATH, outcome.path());
        assertTrue(String.join("\n", outcome.plan()).contains("COPY_ONLY"));
    }

    @Test
    void failsWhenTheFileHoldsSomethingElse() {
        server.session.effect("^BACKUP", (sql, console) -> {
            server.headerWith("HasBackupChecksums", false);
            server.backups.add(0, server.backupRow("pchat-failback b-1 " + server.stamp(), PATH));
        });

        Failure failure = runs.fails(operation());

        assertEquals(Failure.Code.NOT_VERIFIED, failure.code());
        assertTrue(failure.what().contains("it has no checksums"), failure.getMessage());
    }

    @Test
    void failsWhenMsdbDoesNotKnowTheBackup() {
        server.session.effect("^BACKUP", (sql, console) -> {});

        assertTrue(runs.fails(operation()).what().contains("msdb tells of no backup by this step"));
    }
}
