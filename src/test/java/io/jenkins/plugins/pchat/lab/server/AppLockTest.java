package io.jenkins.plugins.pchat.lab.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Application locks as the documentation of sp_getapplock has them. */
class AppLockTest {

    private static final String TAKE =
            "DECLARE @r int; EXEC @r = sp_getapplock @Resource = N'one', @LockMode = N'Exclusive',"
                    + " @LockOwner = N'Session', @LockTimeout = 0; SELECT @r AS result";
    private static final String RELEASE =
            "DECLARE @r int; EXEC @r = sp_releaseapplock @Resource = N'one', @LockOwner = N'Session'; SELECT @r AS result";
    private static final String LOCKS = "SELECT resource_description, request_session_id, request_reference_count"
            + " FROM sys.dm_tran_locks WHERE resource_type = 'APPLICATION'";

    @TempDir
    Path folder;

    private MgcLab lab;

    @BeforeEach
    void startLab() {
        lab = new MgcLab(folder);
    }

    @AfterEach
    void stopLab() {
        lab.close();
    }

    private LabSession session() throws Exception {
        return lab.session(lab.backup, "pchat", "master", new LabFixture.TestLink());
    }

    private static int result(LabSession session, String batch) throws Exception {
        RecordingReply reply = new RecordingReply();
        session.batch(batch, reply);
        return ((Number) reply.results().get(0).rows().get(0).get(0)).intValue();
    }

    private static List<? extends List<?>> locks(LabSession session) throws Exception {
        RecordingReply reply = new RecordingReply();
        session.batch(LOCKS, reply);
        return reply.results().get(0).rows();
    }

    @Test
    void oneSessionHasItAndAnotherIsTurnedAway() throws Exception {
        try (LabSession one = session();
                LabSession other = session()) {
            assertEquals(0, result(one, TAKE));
            assertEquals(-1, result(other, TAKE));
            assertEquals(1, locks(other).size());
            assertEquals(one.id(), ((Number) locks(other).get(0).get(1)).intValue());
        }
    }

    @Test
    void whoTakesItTwiceMustReleaseItTwice() throws Exception {
        try (LabSession one = session();
                LabSession other = session()) {
            assertEquals(0, result(one, TAKE));
            assertEquals(0, result(one, TAKE));
            assertEquals(0, result(one, RELEASE));
            assertEquals(-1, result(other, TAKE));
            assertEquals(0, result(one, RELEASE));
            assertEquals(0, result(other, TAKE));
        }
    }

    @Test
    void itGoesWithItsSession() throws Exception {
        try (LabSession other = session()) {
            try (LabSession one = session()) {
                assertEquals(0, result(one, TAKE));
            }
            assertEquals(0, result(other, TAKE));
        }
    }

    @Test
    void itGoesWithASessionThatIsKilled() throws Exception {
        try (LabSession other = session();
                LabSession one = session()) {
            assertEquals(0, result(one, TAKE));
            one.kill();
            assertEquals(0, result(other, TAKE));
        }
    }

    @Test
    void aLockOfAnotherDatabaseIsAnother() throws Exception {
        try (LabSession one = session();
                LabSession other = session()) {
            assertEquals(0, result(one, TAKE));
            assertEquals(0, result(other, "USE mgc; " + TAKE));
        }
    }

    @Test
    void whatIsNotHeldCantBeReleased() throws Exception {
        try (LabSession one = session()) {
            ServerError error = assertThrows(ServerError.class, () -> {
                RecordingReply reply = new RecordingReply();
                one.batch(RELEASE, reply);
                reply.throwErrors();
            });
            assertEquals(1223, error.number());
        }
    }

    @Test
    void otherKindsOfLocksAreNotSimulated() throws Exception {
        try (LabSession one = session()) {
            for (String batch : List.of(
                    TAKE.replace("Exclusive", "Shared"),
                    TAKE.replace("Session", "Transaction"),
                    TAKE.replace("= 0", "= 1000"))) {
                ServerError error = assertThrows(ServerError.class, () -> {
                    RecordingReply reply = new RecordingReply();
                    one.batch(batch, reply);
                    reply.throwErrors();
                });
                assertEquals(Errors.NOT_SIMULATED, error.number(), batch);
            }
        }
    }
}
