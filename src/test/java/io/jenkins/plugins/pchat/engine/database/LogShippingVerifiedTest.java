package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import org.junit.jupiter.api.Test;

/** All statements run well, and log shipping is not what it should be. */
class LogShippingVerifiedTest {

    private final ScriptedShipping lab = new ScriptedShipping();
    private final Runs runs = new Runs();

    @Test
    void doesNotTakeASuccessfulJobForAProof() {
        lab.primary.session.effect(
                "backup_job_id[^;]*;.*sp_start_job",
                (sql, c) -> lab.primary.history.add(row(
                        "instance_id",
                        1,
                        "step_id",
                        0,
                        "step_name",
                        "(Job outcome)",
                        "run_status",
                        1,
                        "message",
                        "The job succeeded.")));
        Failure failure = runs.fails(lab.operation());
        assertTrue(
                failure.getMessage().contains("ended well, but the last log backup is still null"),
                failure.getMessage());
    }

    @Test
    void saysThatTheRegistrationIsGone() {
        lab.primary.session.effect("backup_job_id[^;]*;.*sp_start_job", (sql, c) -> {
            lab.primary.history.add(row("instance_id", 1, "step_id", 0, "run_status", 1, "message", "fine"));
            lab.primary.entry = null;
        });
        Failure failure = runs.fails(lab.operation());
        assertEquals(Failure.Code.NOT_VERIFIED, failure.code());
        assertTrue(
                failure.what().contains("the registration of mgc for log shipping is not there any more"),
                failure.what());
    }

    @Test
    void failsWhenSomethingIsMissingAfterwards() {
        lab.primary.session.effect("sp_update_job", (sql, c) -> {});
        Failure failure = runs.fails(lab.operation());
        assertEquals(Failure.Code.NOT_VERIFIED, failure.code());
        assertTrue(failure.what().startsWith("Log shipping of mgc is not as it should be: "), failure.what());
    }
}
