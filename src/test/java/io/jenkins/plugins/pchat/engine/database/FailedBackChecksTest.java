package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.check.Finding;
import io.jenkins.plugins.pchat.engine.sql.ScriptedSession;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check of the servers after a failback finds what is not as promised, and nothing else. */
class FailedBackChecksTest {

    private final FailedBackScene scene = new FailedBackScene();
    private final ScriptedShipping lab = scene.lab;
    private FailedBackReader reader;

    /** Something that goes wrong after a failback. */
    private interface Trouble {
        void strike(ScriptedShipping lab);
    }

    @BeforeEach
    void failBack() throws Exception {
        scene.failBack();
        reader = scene.reader();
    }

    private List<String> wrong(FailedBack seen) {
        return FailedBackScene.findings(seen).stream()
                .filter(finding -> finding.result() == Finding.Result.BLOCK || finding.result() == Finding.Result.WARN)
                .map(finding -> finding.result().word() + " " + finding.id())
                .toList();
    }

    @Test
    void allHoldRightAfterTheFailback() throws Exception {
        assertEquals(List.of(), wrong(reader.read()));
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                trouble("BLOCK permission", lab -> lab.primary.server.sysadmin = false),
                trouble("BLOCK permission", lab -> lab.secondary.server.sysadmin = false),
                trouble("BLOCK primary-usable", lab -> lab.primary.server.userAccess = "SINGLE_USER"),
                trouble("BLOCK primary-usable", lab -> lab.primary.server.readOnly = true),
                trouble("BLOCK primary-recovery-full", lab -> lab.primary.server.recoveryModel = "SIMPLE"),
                trouble("WARN primary-page-verify", lab -> lab.primary.server.pageVerify = "NONE"),
                trouble("WARN primary-owner", lab -> lab.primary.server.owner = null),
                trouble("BLOCK compliance-online", lab -> lab.primary.server.complianceState = "SUSPECT"),
                trouble(
                        "BLOCK users-attached",
                        lab -> lab.primary.server.orphans.add(ScriptedRows.orphan("lync", "SQL_USER", "lync"))),
                trouble(
                        "WARN users-have-logins",
                        lab -> lab.primary.server.orphans.add(
                                ScriptedRows.orphan("DCI\\RTCUsers", "WINDOWS_GROUP", null))),
                trouble(
                        "BLOCK secondary-not-mirrored",
                        lab -> lab.secondary.server.mirroring.put(
                                "mgccomp", new Object[] {"PRINCIPAL", "SYNCHRONIZED"})),
                trouble("BLOCK log-shipping-configured", lab -> lab.primary.enabled.put("backup", false)),
                trouble("WARN alerts-quiet", lab -> lab.secondary.server.alertStatus = 0));
    }

    private static Arguments trouble(String finding, Trouble trouble) {
        return Arguments.of(finding, trouble);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void oneTroubleIsOneFinding(String finding, Trouble trouble) throws Exception {
        trouble.strike(lab);
        assertEquals(List.of(finding), wrong(reader.read()));
    }

    @Test
    void aDatabaseThatIsNotOnlineIsTheEndOfThePromise() throws Exception {
        lab.primary.server.state = "SUSPECT";
        Finding finding = FailedBackScene.found(reader, "primary-online");
        assertEquals(Finding.Result.BLOCK, finding.result());
        assertEquals("mgc is SUSPECT on SQLA\\RTC; nobody can chat.", finding.evidence());
        assertTrue(FailedBackScene.found(reader, "users-attached")
                .evidence()
                .startsWith("could not be checked: the database is SUSPECT"));
    }

    @Test
    void aDatabaseThatIsGoneTakesTheMeaningOfWhatIsInIt() throws Exception {
        lab.primary.server.exists = false;
        assertEquals(
                "could not be checked: mgc does not exist",
                FailedBackScene.found(reader, "primary-usable").evidence());
    }

    @Test
    void anotherDatabaseThanTheHandOverIsNoticed() throws Exception {
        lab.primary.server.restores.clear();
        assertEquals(
                Finding.Result.BLOCK,
                FailedBackScene.found(reader, "primary-restored").result());
        lab.primary.server.restores.add(ScriptedShipping.restore(ScriptedServer.GUID, "OLD\\RTC", ScriptedServer.NOW));
        assertTrue(FailedBackScene.found(reader, "primary-restored").evidence().contains("but from one of OLD\\RTC"));
    }

    @Test
    void aSecondaryThatWasBroughtOnlineTakesNoLogAndMayBeWrittenTo() throws Exception {
        lab.secondary.server.state = "ONLINE";
        assertEquals(
                Finding.Result.BLOCK,
                FailedBackScene.found(reader, "secondary-restoring").result());
        assertEquals(
                Finding.Result.OK,
                FailedBackScene.found(reader, "secondary-unused").result());
        lab.secondary.server.connected.add(ScriptedSession.row(
                "session_id", 53, "login_name", "lync", "host_name", "CHATB1", "program_name", "chat", "status", "x"));
        assertTrue(FailedBackScene.found(reader, "secondary-unused").evidence().contains("from CHATB1"));
        assertEquals(
                Finding.Result.BLOCK,
                FailedBackScene.found(reader, "secondary-unused").result());
    }

    @Test
    void aLogBackupThatWasNotRestoredInTimeIsLate() throws Exception {
        lab.secondary.lastRestoredDate = ScriptedServer.NOW.minusMinutes(46);
        Finding late = FailedBackScene.found(reader, "within-thresholds");
        assertEquals(Finding.Result.BLOCK, late.result());
        assertTrue(late.evidence().contains("on SQLB\\RTC was at 2026-01-02T02:18:05"), late.evidence());
        lab.secondary.lastRestoredDate = ScriptedServer.NOW.minusMinutes(45);
        assertEquals(
                Finding.Result.OK,
                FailedBackScene.found(reader, "within-thresholds").result());
    }

    @Test
    void aSecondaryOfNobodyIsNoSecondary() throws Exception {
        lab.secondary.entry = null;
        assertTrue(FailedBackScene.found(reader, "secondary-registered")
                .evidence()
                .contains("as the secondary of nobody"));
        assertEquals(
                Finding.Result.BLOCK,
                FailedBackScene.found(reader, "secondary-registered").result());
    }
}
