package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.sql.JdbcServers;
import io.jenkins.plugins.pchat.engine.sql.RecordingSession;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.LabSettings;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The operations through the real driver against the lab's SQL Servers. */
@Timeout(120)
class OperationsOnTheLabTest {

    private final Runs runs = new Runs();
    private DataCentres lab;
    private SqlTarget backup;
    private SqlTarget primary;

    @BeforeEach
    void start() throws Exception {
        lab = DataCentres.start(LabSettings.of(500));
        lab.sendUsersAway();
        backup = new SqlTarget(lab.servers().backupAddress(), SqlTarget.Encrypt.TRUE, true, null);
        primary = new SqlTarget(lab.servers().primaryAddress(), SqlTarget.Encrypt.TRUE, true, null);
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    private Outcome run(SqlRequest request, String id) throws Exception {
        OperationId operation = new OperationId(id);
        List<String> executed = new ArrayList<>();
        try (SqlSession session = new JdbcServers()
                .open(request.targets().get(0), new SqlLogin(DatabaseServers.LOGIN, lab.password()), operation)) {
            return runs.run(request.on(List.of(new RecordingSession(session, executed)), operation));
        } finally {
            runs.announced(executed);
        }
    }

    private Failure fails(SqlRequest request, String id) {
        return assertThrows(Failure.class, () -> run(request, id));
    }

    private BackupDatabase.Request backUp() {
        return BackupDatabase.Request.of(backup, DatabaseServers.SHARE);
    }

    private RestoreDatabase.Request restore(String path) {
        return new RestoreDatabase.Request(primary, null, path, DatabaseServers.BACKUP, 5);
    }

    private List<Journal.Entry> written(String where, String text) {
        return lab.journal()
                .entries(e -> e.kind() == Journal.Kind.WRITE
                        && e.where().equals(where)
                        && e.who().startsWith("pchat-failback")
                        && e.text().contains(text));
    }

    @Test
    void handTheDatabaseOverAndDoNothingTwice() throws Exception {
        assertTrue(run(new RemoveMirroring.Request(backup, null), "m-1").changed());
        assertFalse(run(new RemoveMirroring.Request(backup, null), "m-2").changed());

        Outcome taken = run(backUp(), "b-1");
        assertEquals(DatabaseServers.BACKUP, taken.details().get("server"));

        Outcome restored = run(restore(taken.path()), "r-1");
        assertEquals("ONLINE", restored.state());
        assertEquals("sa", restored.details().get("owner"));
        assertEquals(List.of(), restored.details().get("orphanedUsers"));
        assertTrue(runs.text().contains("user lyncchat has its login again"), runs.text());
        assertTrue(restored.details().get("files").toString().contains("D:\\CsData"), restored.toString());

        int before = written(DatabaseServers.PRIMARY, "").size();
        assertFalse(run(restore(taken.path()), "r-2").changed());
        assertEquals(before, written(DatabaseServers.PRIMARY, "").size());
    }

    @Test
    void restoreAgainWhatWasDroppedAndMadeAnewSince() throws Exception {
        run(new RemoveMirroring.Request(backup, null), "m-1");
        Outcome taken = run(backUp(), "b-1");
        run(restore(taken.path()), "r-1");
        OperationId administrator = new OperationId("administrator");
        try (SqlSession session =
                new JdbcServers().open(primary, new SqlLogin(DatabaseServers.LOGIN, lab.password()), administrator)) {
            session.execute("DROP DATABASE [mgc]", Console.SILENT);
            session.execute("CREATE DATABASE [mgc]", Console.SILENT);
        }

        assertTrue(run(restore(taken.path()), "r-2").changed());
    }

    @Test
    void findTheirOwnBackupAgain() throws Exception {
        run(new RemoveMirroring.Request(backup, null), "m-1");
        Outcome first = run(backUp(), "b-1");

        Outcome second = run(backUp(), "b-1");

        assertEquals(first.path(), second.path());
        assertEquals(1, written(DatabaseServers.BACKUP, "BACKUP DATABASE").size());
    }

    @Test
    void sayWhyTheShareTakesNothing() throws Exception {
        run(new RemoveMirroring.Request(backup, null), "m-1");
        lab.faults().arm(Fault.SHARE_FULL);

        Failure failure = fails(backUp(), "b-1");

        assertTrue(failure.getMessage().contains("112"), failure.getMessage());
        assertTrue(failure.getMessage().contains("The disk is full"), failure.getMessage());
        assertTrue(failure.stateLeft().contains("mgc: ONLINE, MULTI_USER"), failure.getMessage());
        assertFalse(failure.sqlNumber() == 3013, failure.getMessage());
    }

    @Test
    void destroyNothingWhenTheBackupIsDamaged() throws Exception {
        run(new RemoveMirroring.Request(backup, null), "m-1");
        Outcome taken = run(backUp(), "b-1");
        damage(taken.path());

        fails(restore(taken.path()), "r-1");

        assertEquals(List.of(), written(DatabaseServers.PRIMARY, "RESTORE DATABASE"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_CUT", "SERVER_KILLED"})
    void comeToTheSameEndAfterTheSessionWasLost(Fault fault) throws Exception {
        run(new RemoveMirroring.Request(backup, null), "m-1");
        lab.faults().arm(fault);
        Failure cut = fails(backUp(), "b-1");
        assertEquals(Failure.Code.CONNECTION_LOST, cut.code(), cut.getMessage());
        lab.faults().disarm();
        String path = again(backUp(), "b-1").path();

        lab.faults().arm(fault);
        cut = fails(restore(path), "r-1");
        assertEquals(Failure.Code.CONNECTION_LOST, cut.code(), cut.getMessage());
        lab.faults().disarm();

        assertEquals("ONLINE", again(restore(path), "r-1").state());
    }

    /** As a person does who starts a step again: not before the server answers again, nor within the same second. */
    private Outcome again(SqlRequest request, String id) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return run(request, id);
            } catch (Failure e) {
                boolean sameSecond = e.getMessage().contains("guard file-is-new");
                if (attempt == 50 || (e.code() != Failure.Code.CONNECT && !sameSecond)) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private void damage(String windowsPath) throws Exception {
        Path file = lab.servers().storage().resolve("SQLB", windowsPath);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
    }
}
