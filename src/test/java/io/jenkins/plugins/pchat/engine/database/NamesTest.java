package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.OperationId;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"mgc", "mgccomp", "a b", "m.g-c$#_1", "x"})
    void acceptsADatabaseName(String name) {
        assertEquals(name, DatabaseName.check(name, "mgc"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a]b", "[mgc]", "a'b", "a\"b", "a\nb", " a", "a ", "a;b", "ä", "master", "MSDB", "tempdb", "model"
            })
    void refusesADatabaseNameWithASentence(String name) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> DatabaseName.check(name, "mgc"));
        assertTrue(e.getMessage().endsWith("."), e.getMessage());
        assertTrue(e.getMessage().chars().noneMatch(Character::isISOControl));
    }

    @Test
    void refusesADatabaseNameThatIsTooLong() {
        assertEquals(128, DatabaseName.check("x".repeat(128), "mgc").length());
        assertThrows(IllegalArgumentException.class, () -> DatabaseName.check("x".repeat(129), "mgc"));
    }

    @Test
    void takesTheDefaultForNoName() {
        assertEquals("mgc", DatabaseName.check(null, "mgc"));
        assertEquals("mgc", DatabaseName.check(" ", "mgc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\nas\\pchat", "\\\\nas.dci.com\\p chat$\\x\\y", "\\\\10.0.0.1\\share"})
    void acceptsAShare(String path) {
        assertEquals(path, UncPath.folder(path).value());
        assertEquals(path, UncPath.folder(path + "\\").value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "D:\\backup",
                "\\\\nas",
                "\\\\nas\\",
                "//nas/pchat",
                "\\\\nas\\pchat\\..\\x",
                "\\\\nas\\pchat\\x.",
                "\\\\nas\\p*",
                "\\\\?\\C:\\x",
                "\\\\.\\pipe",
                "\\\\nas\\pchat\\\\x",
                "\\\\nas\\p\nx",
                "\\nas\\pchat",
                "\\\\nas\\pchat\\ x"
            })
    void refusesWhatIsNoUncPath(String path) {
        String message = assertThrows(IllegalArgumentException.class, () -> UncPath.folder(path))
                .getMessage();
        assertTrue(message.contains("is no UNC path"), message);
    }

    @Test
    void refusesAPathThatSqlServerCantTake() {
        assertThrows(IllegalArgumentException.class, () -> UncPath.folder("\\\\nas\\" + "x".repeat(260)));
    }

    @Test
    void takesAFileWithARestrictedName() {
        assertEquals("mgc.bak", UncPath.file("\\\\nas\\pchat\\mgc.bak").name());
        assertEquals(
                "\\\\nas\\pchat",
                UncPath.file("\\\\nas\\pchat\\mgc.bak").parent().value());
        assertThrows(IllegalArgumentException.class, () -> UncPath.file("\\\\nas\\pchat"));
        assertThrows(IllegalArgumentException.class, () -> UncPath.file("\\\\nas\\pchat\\x\\"));
        assertThrows(IllegalArgumentException.class, () -> UncPath.file("\\\\nas\\pchat\\it's.bak"));
    }

    @Test
    void namesTheHandOverFileByTheServersClock() {
        assertEquals(
                "\\\\nas\\pchat\\my_db_failback_20260102_030405.bak",
                HandOver.file(UncPath.folder("\\\\nas\\pchat"), "my db", LocalDateTime.of(2026, 1, 2, 3, 4, 5))
                        .value());
        assertEquals("mgc failback hand-over", HandOver.name("mgc"));
        assertEquals("pchat-failback job-7 note", HandOver.description(new OperationId("job-7"), "note"));
    }

    @Test
    void findsABackupOfADatabaseWhoseNameWasGivenInOtherLetters() {
        OperationId id = new OperationId("job-7");
        BackupSet set = set("mgc", HandOver.name("MGC"), HandOver.description(id, null));
        assertTrue(HandOver.of(id, List.of(set)).isPresent());
        assertTrue(HandOver.latest(List.of(set)).isPresent());
        assertTrue(LogShippingNames.isInitialOf(
                id, set("mgc", LogShippingNames.initialBackup("MGC"), HandOver.description(id, null))));
    }

    private static BackupSet set(String database, String name, String description) {
        return new BackupSet(null, name, description, database, null, null, null, null, null, null, 0, null);
    }

    @Test
    void readsTheWordsOfCompression() {
        assertEquals(Compression.DEFAULT, Compression.of(null));
        assertEquals(Compression.ON, Compression.of("on"));
        assertEquals(Compression.OFF, Compression.of("off"));
        assertThrows(IllegalArgumentException.class, () -> Compression.of("maximal"));
    }
}
