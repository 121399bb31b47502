package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import org.junit.jupiter.api.Test;

/** All statements of a restore run well, and the database is not what it should be. */
class RestoreVerifiedTest extends RestoreTest {

    /** After the restore this is so, and stays so whatever else is run. */
    private void left(Runnable state) {
        server.session.effect("RESTORE DATABASE", (sql, console) -> {
            server.restoredFrom(ScriptedServer.GUID, ScriptedServer.NOW);
            state.run();
        });
        server.session.effect("SET MULTI_USER|SET RECOVERY|ALTER AUTHORIZATION", (sql, console) -> {});
    }

    private void failsSaying(String wrong) {
        Failure failure = runs.fails(operation());
        assertEquals(Failure.Code.NOT_VERIFIED, failure.code(), failure.getMessage());
        assertTrue(failure.what().startsWith("mgc on SQLA\\RTC " + wrong), failure.what());
        assertTrue(failure.nextAction().startsWith("Do not let users in."), failure.nextAction());
    }

    @Test
    void failsWhenTheDatabaseIsGone() {
        left(() -> server.exists = false);
        failsSaying("does not exist");
    }

    @Test
    void failsWhenTheDatabaseIsNotOnline() {
        left(() -> server.state = "SUSPECT");
        failsSaying("is not ready to use: mgc: SUSPECT, MULTI_USER");
    }

    @Test
    void failsWhenTheDatabaseIsReadOnly() {
        left(() -> server.readOnly = true);
        failsSaying("is not ready to use: mgc: ONLINE, MULTI_USER, recovery model FULL, READ_ONLY");
    }

    @Test
    void failsWhenOnlyOneSessionMayUseTheDatabase() {
        left(() -> server.userAccess = "SINGLE_USER");
        failsSaying("is not ready to use: mgc: ONLINE, SINGLE_USER");
    }

    @Test
    void failsWhenMsdbTellsOfAnotherSet() {
        left(() -> server.restoredFrom("other", ScriptedServer.NOW));
        failsSaying("is not the database of the backup, according to msdb");
    }

    @Test
    void failsWhenTheLogCanNotBeShipped() {
        left(() -> server.recoveryModel = "SIMPLE");
        failsSaying("has the recovery model SIMPLE");
    }
}
