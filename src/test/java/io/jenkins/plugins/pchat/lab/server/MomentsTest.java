package io.jenkins.plugins.pchat.lab.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.fault.Moments;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to go wrong at a moment goes wrong just then: before a request has done anything, or when all of it is done. */
class MomentsTest {

    private static final String CREATE = "CREATE DATABASE extra";

    @TempDir
    Path folder;

    private MgcLab lab;
    private final LabFixture.TestLink link = new LabFixture.TestLink();
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void startLab() {
        lab = new MgcLab(folder);
    }

    @AfterEach
    void stopLab() {
        lab.close();
    }

    private void strike(Moments.Blow before, Moments.Blow after) {
        lab.faults.moments(new Moments() {
            @Override
            public Blow before(Request request) {
                seen.add("before " + request.text() + (request.reads() ? ", reads" : ", changes"));
                return before;
            }

            @Override
            public Blow after(Request request) {
                seen.add("after " + request.text());
                return after;
            }

            @Override
            public void losing(String server, String database) {
                seen.add("losing " + database + " on " + server);
            }
        });
    }

    private LabSession session() throws Exception {
        return lab.session(lab.backup, "pchat", "master", link);
    }

    @Test
    void eachRequestIsToldBeforeAndAfter() throws Exception {
        strike(Moments.Blow.NONE, Moments.Blow.NONE);
        try (LabSession session = session()) {
            session.batch("SELECT 1", new RecordingReply());
            session.batch(CREATE, new RecordingReply());
        }
        assertEquals(
                List.of(
                        "before SELECT 1, reads",
                        "after SELECT 1",
                        "before " + CREATE + ", changes",
                        "after " + CREATE),
                seen);
    }

    @Test
    void aConnectionThatIsCutBeforeTheRequestLeavesItUndone() throws Exception {
        strike(Moments.Blow.CUT, Moments.Blow.NONE);
        try (LabSession session = session()) {
            assertThrows(InterruptedException.class, () -> session.batch(CREATE, new RecordingReply()));
        }
        assertTrue(link.cut);
        assertNull(lab.backup.databases().find("extra"));
    }

    @Test
    void aConnectionThatIsCutAfterTheRequestLeavesItDone() throws Exception {
        strike(Moments.Blow.NONE, Moments.Blow.CUT);
        try (LabSession session = session()) {
            assertThrows(InterruptedException.class, () -> session.batch(CREATE, new RecordingReply()));
        }
        assertTrue(link.cut);
        assertEquals("ONLINE", lab.backup.databaseState("extra"));
    }

    @Test
    void theVictimOfADeadlockHasDoneNothingAndKeepsItsConnection() throws Exception {
        strike(Moments.Blow.DEADLOCK, Moments.Blow.NONE);
        try (LabSession session = session()) {
            ServerError error = assertThrows(ServerError.class, () -> session.batch(CREATE, new RecordingReply()));
            assertEquals(1205, error.number());
            assertEquals(13, error.severity());
        }
        assertFalse(link.cut);
        assertNull(lab.backup.databases().find("extra"));
    }

    @Test
    void aLoginIsRefused() {
        lab.faults.moments(new Moments() {
            @Override
            public Blow login(String server, String application) {
                return Blow.REFUSE;
            }
        });
        ServerError error = assertThrows(ServerError.class, this::session);
        assertEquals(18456, error.number());
    }

    @Test
    void itIsToldWhenADatabaseIsAboutToBeLost() throws Exception {
        lab.run(lab.backup, MgcLab.BACKUP);
        strike(Moments.Blow.NONE, Moments.Blow.NONE);
        lab.run(lab.primary, MgcLab.RESTORE);
        assertTrue(seen.contains("losing mgc on " + lab.primary.serverName()), seen.toString());
        seen.clear();
        lab.run(lab.primary, "DROP DATABASE mgc");
        assertTrue(seen.contains("losing mgc on " + lab.primary.serverName()), seen.toString());
    }
}
