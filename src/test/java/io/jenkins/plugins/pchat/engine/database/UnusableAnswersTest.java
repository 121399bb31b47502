package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Unusable;
import io.jenkins.plugins.pchat.engine.sql.ScriptedSession;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Answers that nothing can be done with are told as that, and are never a fault of the program. */
class UnusableAnswersTest {

    private final ScriptedServer server = new ScriptedServer("SQLA\\RTC");
    private final ScriptedSession session = server.session;

    private static void unusable(String what, Executable reading) {
        String said = assertThrows(Unusable.class, reading).getMessage();
        assertTrue(said.contains(what), said);
    }

    @Test
    void aServerWithoutAnyNameIsCalledAsTheUserCallsIt() throws Exception {
        server.named = false;
        server.propertyNamed = false;
        ServerIdentity nameless = ServerIdentity.read(session);
        assertEquals(session.instance(), nameless.name());
        assertEquals(session.instance(), nameless.propertyName());
    }

    @Test
    void aServerWithOneNameHasItTwice() throws Exception {
        server.named = false;
        assertEquals("SQLA\\RTC", ServerIdentity.read(session).name());
        server.named = true;
        server.propertyNamed = false;
        assertEquals("SQLA\\RTC", ServerIdentity.read(session).propertyName());
    }

    @Test
    void aSessionWithoutANumber() throws Exception {
        session.answer("sys.dm_exec_sessions", row("session_id", null));
        ServerIdentity identity = ServerIdentity.read(session);
        unusable("session_id", () -> Sessions.of("mgc", session, identity));
    }

    @Test
    void countsOfWritesWithoutTheTimeThatTheyAreCountedFrom() {
        session.answer("sqlserver_start_time", row("sqlserver_start_time", null, "table_name", null));
        unusable("sqlserver_start_time", () -> WriteMark.read(session, "mgc"));
        session.answer("sqlserver_start_time");
        unusable("none", () -> WriteMark.read(session, "mgc"));
    }

    @Test
    void aTimeThatNoServerKnows() {
        SqlRow row = row("last", LocalDateTime.of(10_000, 1, 1, 0, 0), "highest", LocalDateTime.of(9999, 12, 31, 0, 0));
        unusable("last", () -> row.time("last"));
        assertEquals(9999, row.time("highest").getYear());
    }

    @Test
    void aFileInNoFolder() throws Exception {
        server.defaultDataPath = null;
        ServerIdentity identity = ServerIdentity.read(session);
        List<BackupFile> files = List.of(new BackupFile("mgc", "D:\\mgc.mdf", "D", 8192));
        List<DatabaseFile> present = List.of(new DatabaseFile("master", 1, 1, "master", "ROWS", "master.mdf", 8192));
        unusable("master.mdf", () -> FilePlacement.of("mgc", files, present, identity));
    }

    @Test
    void aNameThatIsMissingInAListOfNames() {
        unusable("name", () -> Questions.names(List.of(row("name", null))));
    }
}
