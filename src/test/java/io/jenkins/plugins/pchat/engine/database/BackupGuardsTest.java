package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BackupGuardsTest extends BackupTest {

    @Test
    void refusesADatabaseThatIsNotThere() {
        server.exists = false;
        runs.refused("database-exists", operation(), server.session);
    }

    @Test
    void refusesWithoutSysadmin() {
        server.sysadmin = false;
        runs.refused("permission", operation(), server.session);
    }

    @Test
    void refusesADatabaseThatIsNotOnline() {
        server.state = "RESTORING";
        runs.refused("database-online", operation(), server.session);
    }

    @Test
    void refusesTheMirrorCopy() {
        server.state = "RESTORING";
        server.mirroring.put("mgc", new Object[] {"MIRROR", "SYNCHRONIZED"});
        runs.refused("principal", operation(), server.session);
    }

    @Test
    void refusesWhileMirrored() {
        server.mirroring.put("mgc", new Object[] {"PRINCIPAL", "SYNCHRONIZED"});
        runs.refused("mirroring-removed", operation(), server.session);
    }

    @Test
    void refusesReadOnly() {
        server.readOnly = true;
        runs.refused("database-writable", operation(), server.session);
    }

    @Test
    void refusesSingleUser() {
        server.userAccess = "SINGLE_USER";
        runs.refused("multi-user", operation(), server.session);
    }

    @Test
    void refusesTheRecoveryModelSimple() {
        server.recoveryModel = "SIMPLE";
        runs.refused("recovery-full", operation(), server.session);
    }

    @Test
    void refusesAnAvailabilityGroup() {
        server.replicaId = "8c6ec5b8-0000-0000-0000-000000000000";
        runs.refused("not-in-availability-group", operation(), server.session);
    }

    @Test
    void refusesAShareThatTheServerCantSeeAfterThreeLooks() {
        server.shareThere = false;
        runs.refused("share-reachable", operation(), server.session);
        assertEquals(2, pauses);
    }

    @Test
    void takesTheNextNameWhenThereIsAFileOfTheFirst() throws Exception {
        server.session.answer("xp_fileexist N'[^']*_030405\\.bak'", ScriptedAnswers.exist(true, false));

        runs.run(operation());

        assertTrue(
                server.session.executed().get(0).contains("_030406.bak"),
                server.session.executed().toString());
    }

    @Test
    void refusesToOverwriteAFile() {
        server.fileThere = true;
        runs.refused("file-is-new", operation(), server.session);
    }
}
