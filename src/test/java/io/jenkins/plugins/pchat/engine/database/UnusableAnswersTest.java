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

    private final ScriptedSession session = new ScriptedSession("sqla\\RTC");

    private static void unusable(String what, Executable reading) {
        String said = assertThrows(Unusable.class, reading).getMessage();
        assertTrue(said.contains(what), said);
    }

    private ServerIdentity identity(String given, String property) throws Exception {
        session.answer(
                "@@SERVERNAME",
                row(
                        "server_name",
                        given,
                        "property_name",
                        property,
                        "product_version",
                        "12.0.6024.0",
                        "edition",
                        "Standard Edition (64-bit)",
                        "server_collation",
                        null,
                        "default_data_path",
                        null,
                        "default_log_path",
                        null,
                        "login_name",
                        "pchat",
                        "is_sysadmin",
                        1,
                        "server_time",
                        ScriptedServer.NOW));
        return ServerIdentity.read(session);
    }

    @Test
    void aServerWithoutAnyNameIsCalledAsTheUserCallsIt() throws Exception {
        ServerIdentity nameless = identity(null, null);
        assertEquals("sqla\\RTC", nameless.name());
        assertEquals("sqla\\RTC", nameless.propertyName());
    }

    @Test
    void aServerWithOneNameHasItTwice() throws Exception {
        assertEquals("SQLA", identity(null, "SQLA").name());
        assertEquals("SQLA", identity("SQLA", null).propertyName());
    }

    @Test
    void aSessionWithoutANumber() throws Exception {
        session.answer("sys.dm_exec_sessions", row("session_id", null));
        ServerIdentity server = identity("SQLA", "SQLA");
        unusable("session_id", () -> Sessions.of("mgc", session, server));
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
        ServerIdentity server = identity("SQLA", "SQLA");
        List<BackupFile> files = List.of(new BackupFile("mgc", "D:\\mgc.mdf", "D", 8192));
        List<DatabaseFile> present = List.of(new DatabaseFile("master", 1, 1, "master", "ROWS", "master.mdf", 8192));
        unusable("master.mdf", () -> FilePlacement.of("mgc", files, present, server));
    }

    @Test
    void aNameThatIsMissingInAListOfNames() {
        unusable("name", () -> Questions.names(List.of(row("name", null))));
    }
}
