package io.jenkins.plugins.pchat.lab.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.Parameter;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {

    @TempDir
    Path folder;

    private MgcLab lab;

    @BeforeEach
    void startLab() {
        lab = new MgcLab(folder);
        lab.backup.addLogin("clerk", LabFixture.PASSWORD, false);
    }

    @AfterEach
    void stopLab() {
        lab.close();
    }

    private LabSession as(String user, String database) throws ServerError {
        return lab.session(lab.backup, user, database, new LabFixture.TestLink());
    }

    private int number(LabSession session, String batch) {
        return assertThrows(ServerError.class, () -> {
                    RecordingReply reply = new RecordingReply();
                    session.batch(batch, reply);
                    reply.throwErrors();
                })
                .number();
    }

    @Test
    void saysWhyALoginFails() {
        assertEquals(
                18456, assertThrows(ServerError.class, () -> as("nobody", "")).number());
        ServerError noDatabase = assertThrows(ServerError.class, () -> as("pchat", "nothing"));
        assertEquals(4060, noDatabase.number());
        assertEquals(18456, ((ServerError) noDatabase.getSuppressed()[0]).number());
        assertEquals(0, lab.backup.sessions().all().size());
    }

    @Test
    void whoIsNoSysadminMayDoLittle() throws Exception {
        try (LabSession clerk = as("clerk", "master")) {
            assertEquals(916, number(clerk, "SELECT * FROM mgc.dbo.tblChatMessage"));
            assertEquals(262, number(clerk, MgcLab.BACKUP));
            assertEquals(3110, number(clerk, MgcLab.RESTORE));
            assertEquals(5011, number(clerk, "ALTER DATABASE mgc SET PARTNER OFF"));
            assertEquals(300, number(clerk, "SELECT * FROM sys.dm_exec_connections"));
            assertEquals(229, number(clerk, "SELECT * FROM msdb.dbo.backupset"));
            assertEquals(6102, number(clerk, "KILL 51"));
            assertEquals(15247, number(clerk, "DROP LOGIN pchat"));
            lab.run(lab.backup, "USE mgc; CREATE USER clerk");
            RecordingReply reply = new RecordingReply();
            clerk.batch("SELECT COUNT(*) FROM mgc.dbo.tblChatMessage", reply);
            assertEquals(3, reply.results().get(0).rows().get(0).get(0));
        }
    }

    @Test
    void oneUserHasASingleUserDatabaseAlone() throws Exception {
        lab.run(lab.backup, "ALTER DATABASE mgc SET SINGLE_USER WITH NO_WAIT");
        try (LabSession first = as("pchat", "mgc");
                LabSession second = as("pchat", "master")) {
            assertEquals("mgc", first.database());
            assertEquals(924, number(second, "USE mgc"));
            assertEquals(5064, number(second, "ALTER DATABASE mgc SET MULTI_USER"));
            assertEquals(
                    List.of(), lab.errors(lab.backup, "ALTER DATABASE mgc SET MULTI_USER WITH ROLLBACK IMMEDIATE"));
        }
    }

    @Test
    void alterDatabaseWaitsForNobodyWhenItIsToldSo() throws Exception {
        try (LabSession inside = as("pchat", "mgc");
                LabSession other = as("pchat", "master")) {
            assertEquals("mgc", inside.database());
            assertEquals(5061, number(other, "ALTER DATABASE mgc SET OFFLINE WITH NO_WAIT"));
        }
        assertEquals(List.of(), lab.errors(lab.backup, "ALTER DATABASE mgc SET OFFLINE WITH ROLLBACK AFTER 1 SECONDS"));
        assertEquals(List.of(942), lab.errors(lab.backup, "SELECT * FROM mgc.dbo.tblChatMessage"));
        assertEquals("OFFLINE", lab.backup.databaseState("mgc"));
    }

    @Test
    void killEndsASession() throws Exception {
        LabFixture.TestLink link = new LabFixture.TestLink();
        LabSession victim = lab.session(lab.backup, "pchat", "mgc", link);
        lab.run(lab.backup, "KILL " + victim.id());
        assertTrue(link.cut);
        try (LabSession own = as("pchat", "master")) {
            assertEquals(6106, number(own, "KILL " + victim.id()));
            assertEquals(6104, number(own, "KILL " + own.id()));
        }
    }

    @Test
    void backupNeedsAutocommit() throws Exception {
        try (LabSession session = as("pchat", "master")) {
            session.batch("set implicit_transactions on ", new RecordingReply());
            assertEquals(3021, number(session, MgcLab.BACKUP));
            assertEquals(List.of(3021, 3013), lab.errors(lab.backup, "BEGIN TRAN; " + MgcLab.RESTORE));
            session.batch("set implicit_transactions off IF @@TRANCOUNT > 0 COMMIT TRAN ", new RecordingReply());
            assertEquals(226, number(session, "BEGIN TRAN; ALTER DATABASE mgc SET MULTI_USER"));
            session.reset();
            assertEquals(0, session.transactions());
        }
    }

    @Test
    void rollsBackWhatIsNotCommitted() throws Exception {
        try (LabSession session = as("pchat", "mgc")) {
            session.batch(
                    "BEGIN TRAN INSERT INTO tblChatMessage (body) VALUES ('no') ROLLBACK TRAN", new RecordingReply());
            session.batch("BEGIN TRAN INSERT INTO tblChatMessage (body) VALUES ('no')", new RecordingReply());
        }
        assertEquals(List.of("one", "two", "three"), lab.messages(lab.backup));
    }

    @Test
    void parametersComeAndGo() throws Exception {
        Parameter in = new Parameter("@P0", Column.nvarchar("", 4000), false, "tblChat%");
        Parameter out = new Parameter("@P1", Column.of("", Column.Type.INT), true, null);
        try (LabSession session = as("pchat", "mgc")) {
            session.batch(
                    "SELECT @P1 = COUNT(*) FROM sys.tables WHERE name LIKE @P0",
                    List.of(in, out),
                    new RecordingReply());
        }
        assertEquals(1, out.value());
    }

    @Test
    void callsProceduresByName() throws Exception {
        try (LabSession session = as("pchat", "master")) {
            RecordingReply reply = new RecordingReply();
            Parameter path = new Parameter("", Column.nvarchar("", 4000), false, "\\\\nas\\pchat");
            assertEquals(0, session.call("master.dbo.xp_fileexist", List.of(path), reply));
            assertEquals(List.of(0, 1, 1), reply.results().get(0).rows().get(0));
            assertEquals(
                    2812,
                    assertThrows(ServerError.class, () -> session.call("dbo.nothing", List.of(), reply))
                            .number());
        }
    }

    /** As without VIEW SERVER STATE on the real server: no error, and nothing tells that there are more. */
    @Test
    void aLoginWithoutRightsSeesItsOwnSessionAlone() throws Exception {
        lab.backup.addLogin("weak", LabFixture.PASSWORD, false);
        try (LabSession other = as("pchat", "master");
                LabSession weak = as("weak", "master")) {
            for (String query : List.of(
                    "SELECT s.session_id FROM sys.dm_exec_sessions AS s",
                    "SELECT session_id FROM sys.dm_exec_requests",
                    "SELECT spid FROM master.dbo.sysprocesses")) {
                RecordingReply reply = new RecordingReply();
                weak.batch(query, reply);
                assertEquals(
                        List.of(weak.id()),
                        reply.results().get(0).rows().stream()
                                .map(row -> row.get(0))
                                .toList(),
                        query + ", and not " + other.id());
            }
            assertEquals(300, number(weak, "SELECT * FROM sys.dm_exec_connections"));
        }
    }

    @Test
    void aProcedureOfTheServerThatTheLabHasNotIsNotCalledMissing() throws Exception {
        try (LabSession session = as("pchat", "master")) {
            assertEquals(40000, number(session, "EXEC sp_detach_db N'mgc'"));
            assertEquals(40000, number(session, "EXEC msdb.dbo.sp_help_jobhistory"));
            assertEquals(40000, number(session, "xp_cmdshell 'dir'"));
            assertEquals(2812, number(session, "EXEC dbo.usp_mine"));
        }
    }
}
