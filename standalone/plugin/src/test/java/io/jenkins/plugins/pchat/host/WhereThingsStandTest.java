package io.jenkins.plugins.pchat.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the shipped pipeline says in the end when it did not come to its end. */
class WhereThingsStandTest {

    private final FakeFailback pipeline = new FakeFailback();

    @Test
    void saysHowToGoBackWhileThatHelps() {
        pipeline.fails = "pchatRestoreDb";
        BuildResult result = pipeline.run(Map.of("BACKUP", "sqlb", "PRIMARY", "sqla"));
        assertEquals("ERROR: pchatRestoreDb failed", result.reason());
        assertTrue(pipeline.log.text().contains("step 4 was begun and did not come to its end"), pipeline.log.text());
        assertTrue(pipeline.log.text().contains("mgc on sqla may be half restored"), pipeline.log.text());
        assertTrue(pipeline.log.text().contains("-ActiveServers @{Replace='chatb1','chatb2'}"), pipeline.log.text());
    }

    @Test
    void aStepThatAGuardRefusedWasNotBegun() {
        pipeline.fails = "pchatRestoreDb";
        pipeline.failure = "[REFUSED] The disk is too small. (guard space)";
        pipeline.run(Map.of("BACKUP", "sqlb", "PRIMARY", "sqla"));
        String log = pipeline.log.text();
        assertTrue(log.contains("steps finished by this build: 3 of 7.\n"), log);
        assertTrue(log.contains("This build has not touched sqla"), log);
        assertFalse(log.contains("may be half restored"), log);
    }

    @Test
    void aStepThatWasRefusedAfterItsAgentWasLostWasBegun() {
        pipeline.fails = "pchatConfigureLogShipping";
        pipeline.failure =
                "[REFUSED] It can't be.\nState left: not known in full: an earlier part of this step may have"
                        + " changed something.";
        pipeline.run(Map.of("BACKUP", "sqlb", "PRIMARY", "sqla"));
        String log = pipeline.log.text();
        assertTrue(log.contains("step 5 was begun and did not come to its end"), log);
        assertFalse(log.contains("@{Replace="), log);
    }

    @Test
    void doesNotSayThatUsersAreTurnedAwayWhenTheListMayNotHaveBeenCleared() {
        pipeline.fails = "pchatClearActiveServers";
        pipeline.run(Map.of("BACKUP", "sqlb", "PRIMARY", "sqla"));
        String log = pipeline.log.text();
        assertTrue(log.contains("The list of active servers may be empty already, or not yet"), log);
        assertFalse(log.contains("Users are turned away"), log);
    }

    @Test
    void doesNotTellToGoBackOnceTheBackupMayBeOverwritten() {
        pipeline.fails = "pchatConfigureLogShipping";
        pipeline.run(Map.of("BACKUP", "sqlb"));
        assertTrue(pipeline.log.text().contains("do not go back to it"), pipeline.log.text());
        assertFalse(pipeline.log.text().contains("@{Replace="), pipeline.log.text());
    }

    @Test
    void saysThatUsersAreBackWhenOnlyTheVerificationFails() {
        pipeline.fails = "pchatVerify";
        pipeline.failure = "[NOT_VERIFIED] The failback is not as it should be.";
        BuildResult result = pipeline.run(Map.of("PRIMARY", "sqla"));
        assertEquals(BuildResult.Word.FAILURE, result.word());
        assertEquals("8 Verify", result.stage());
        String log = pipeline.log.text();
        assertTrue(log.contains("steps finished by this build: 7 of 7.\n"), log);
        assertTrue(log.contains("Users are back in service on sqla, by the seven steps."), log);
        assertTrue(log.contains("was looked at and is NOT confirmed"), log);
        assertTrue(log.contains("NOT AS PROMISED. The seven steps are done and USERS ARE BACK IN SERVICE"), log);
        assertFalse(log.contains("The failback is complete"), log);
    }

    @Test
    void saysWhatIsLeftToDoInTheEnd() {
        pipeline.run(Map.of("PRIMARY", "sqla", "BACKUP", "sqlb"));
        String log = pipeline.log.text();
        assertTrue(log.contains("- Mirror it: it has none\n"), log);
        assertTrue(log.contains("Users work on sqla; its mgc is shipped to sqlb."), log);
    }

    @Test
    void saysThatTheStateIsUrgentBetweenSteps6And7() {
        pipeline.fails = "pchatSetPoolState";
        pipeline.run(Map.of());
        assertTrue(
                pipeline.log
                        .text()
                        .contains(
                                "Set-CsPersistentChatState -Identity 'PersistentChatServer:lyncpc.dci.discovery.com' -PoolState Normal"));
    }
}
