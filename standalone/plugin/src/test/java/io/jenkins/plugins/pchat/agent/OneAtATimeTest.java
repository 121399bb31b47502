package io.jenkins.plugins.pchat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.TaskListener;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.database.RemoveMirroring;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import io.jenkins.plugins.pchat.lab.LabSettings;
import io.jenkins.plugins.pchat.lab.fault.Holds;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two Jenkins that don't know of each other fail the same pool back: the one that comes second hears who was first. */
@Timeout(120)
class OneAtATimeTest {

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private DataCentres lab;

    @BeforeEach
    void startLab() throws Exception {
        lab = DataCentres.start(LabSettings.of(20));
    }

    @AfterEach
    void stopLab() throws Exception {
        lab.close();
    }

    private SqlOperationCall call(String build, boolean dryRun) {
        SqlTarget backup = new SqlTarget(lab.servers().backupAddress(), SqlTarget.Encrypt.TRUE, true, null);
        return new SqlOperationCall(
                new RemoveMirroring.Request(backup, null),
                List.of(new SqlLogin(DatabaseServers.LOGIN, lab.password())),
                new OperationId(build),
                new StreamTaskListener(log, StandardCharsets.UTF_8),
                TaskListener.NULL,
                dryRun);
    }

    private CompletableFuture<Outcome> start(String build) {
        SqlOperationCall call = call(build, false);
        return CompletableFuture.supplyAsync(() -> {
            try {
                return call.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void theSecondIsRefusedByNameUntilTheFirstHasEnded() throws Exception {
        Holds.Hold hold = lab.faults().holds().at("begin ALTER DATABASE [mgc] SET PARTNER OFF");
        CompletableFuture<Outcome> first = start("jenkins1-job-1");
        hold.awaitReached();

        Failure refused =
                assertThrows(Failure.class, () -> call("jenkins2-job-9", false).call());
        assertEquals(Failure.Code.REFUSED, refused.code());
        assertTrue(refused.what().contains("(pchat-failback jenkins1-job-1)"), refused.what());
        assertTrue(refused.what().contains("of " + DatabaseServers.LOGIN), refused.what());

        assertFalse(call("jenkins2-job-9", true).call().changed());
        assertTrue(log.toString(StandardCharsets.UTF_8).contains("Another failback works on"), log.toString());

        hold.release();
        assertTrue(first.get(60, TimeUnit.SECONDS).changed());
        assertEquals("not mirrored", call("jenkins2-job-9", false).call().state());
    }

    @Test
    void aSessionThatIsKilledGivesItBack() throws Exception {
        Holds.Hold hold = lab.faults().holds().at("begin ALTER DATABASE [mgc] SET PARTNER OFF");
        CompletableFuture<Outcome> first = start("jenkins1-job-1");
        hold.awaitReached();
        lab.servers().clientGone("pchat-failback jenkins1-job-1");
        hold.release();
        assertEquals("not mirrored", call("jenkins2-job-9", false).call().state());
        // What the first comes to is its own affair: it lost its session in the middle, and finds its work done or
        // another at it.
        try {
            first.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            assertTrue(e.getCause().getCause() instanceof Failure, e.toString());
        }
    }
}
