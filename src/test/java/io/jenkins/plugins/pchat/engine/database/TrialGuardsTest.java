package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.pchat.engine.Failure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A trial refuses what the restore would refuse of the backup, and whatever it would have to touch that is none of its own. */
class TrialGuardsTest extends TrialTest {

    private void refused(String guard) {
        refused(guard, null);
    }

    private void refused(String guard, String source) {
        runs.refused(guard, operation(source, CheckDb.PHYSICAL), server.session);
    }

    @Test
    void withoutSysadmin() {
        server.sysadmin = false;
        refused("permission");
    }

    @Test
    void aBackupThatCantBeRead() {
        server.headerFailure = Failure.sql(Failure.Code.SQL, 3201, "Cannot open backup device");
        refused("backup-readable");
    }

    @Test
    void aBackupThatNamesNoFiles() {
        server.session.answer("RESTORE FILELISTONLY");
        refused("backup-readable");
    }

    @Test
    void aFileWithTwoSets() {
        server.headers.add(server.headers.get(0));
        refused("backup-one-set");
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("backup-full", "BackupType", 2),
                Arguments.of("backup-of-database", "DatabaseName", "mgccomp"),
                Arguments.of("backup-undamaged", "IsDamaged", true),
                Arguments.of("backup-checksummed", "HasBackupChecksums", false),
                Arguments.of("backup-writable", "IsReadOnly", true),
                Arguments.of("backup-from-other-instance", "ServerName", "sqla\\rtc"),
                Arguments.of("backup-version", "SoftwareVersionMajor", 13));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void aBackupThatTheRestoreWouldRefuse(String guard, String column, Object value) {
        server.headerWith(column, value);
        refused(guard);
    }

    @Test
    void aBackupOfAnotherServerThanTheSource() {
        refused("backup-from-source", "SQLC\\RTC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESTORING", "ONLINE"})
    void aDatabaseOfThatNameWithOtherFiles(String state) {
        made(state);
        files.set(1, "E:\\CsData\\mgc_trial_log.ldf");
        refused("trial-name-free");
    }

    @Test
    void aDatabaseOfThatNameWithoutFiles() {
        made("RESTORING");
        files.clear();
        refused("trial-name-free");
    }

    @Test
    void aDatabaseOfThatNameThatNobodyHasRestored() {
        made("ONLINE");
        restores.clear();
        refused("trial-name-free");
    }

    @Test
    void aDatabaseOfThatNameThatWasRestoredFromAnother() {
        made("ONLINE");
        restores.add(0, row("backup_set_uuid", ScriptedServer.GUID, "database_name", "mgccomp"));
        refused("trial-name-free");
    }

    /** Its files would stay on the disk, and somebody has put it into that state. */
    @Test
    void aDatabaseOfThatNameThatIsOffline() {
        made("OFFLINE");
        refused("trial-name-free");
    }

    @Test
    void aLeftoverThatTheServerStillRecovers() {
        made("RECOVERING");
        refused("target-not-recovering");
    }

    @Test
    void aLeftoverThatSomebodyWorksWith() {
        made("ONLINE");
        server.connected.add(ScriptedRows.session(61, "ADMIN1"));
        refused("trial-not-in-use");
    }

    @Test
    void filesThatAreThere() {
        others.add(LOG);
        refused("trial-files-free");
    }

    @Test
    void aDiskWithoutRoomForAllOfItBesideWhatIsThere() {
        server.available = 3L << 30;
        refused("disk-space");
    }

    @Test
    void haveDistinctIds() {
        List<String> ids = TrialGuards.all(null).stream().map(g -> g.id()).toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
    }
}
