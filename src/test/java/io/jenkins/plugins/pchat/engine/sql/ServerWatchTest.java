package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ServerWatchTest extends SessionTest {

    @Test
    void saysThatTheConnectionWasLostAndConnectsAgain() throws Exception {
        server.on("BACKUP", (reply, parameters, link) -> link.cut());

        Failure failure = fails("BACKUP");

        assertEquals(Failure.Code.CONNECTION_LOST, failure.code(), failure.getMessage());
        assertTrue(failure.getMessage().contains("run this step again"), failure.getMessage());
        assertEquals(51, session.query("SELECT @@SPID AS session_id").get(0).number("session_id"));
    }

    @Test
    void givesUpWhenTheServerNoLongerKnowsTheSession() throws Exception {
        server.on("dm_exec_requests", (reply, parameters, link) -> {
            reply.columns(List.of(Column.nvarchar("command", 10)));
            reply.endOfRows();
        });
        server.on("BACKUP", (reply, parameters, link) -> ServerDouble.block());

        Failure failure = fails("BACKUP");

        assertEquals(Failure.Code.CONNECTION_LOST, failure.code());
        assertTrue(failure.what().contains("knows nothing of the session"), failure.what());
        assertEquals(1, session.query("SELECT @@SPID AS session_id").size());
    }

    @Test
    void givesUpWhenTheServerHasFinishedAndItsAnswerNeverComes() {
        server.watchSees(null, 0, null);
        server.on("BACKUP", (reply, parameters, link) -> ServerDouble.block());

        assertTrue(fails("BACKUP").what().contains("has finished the statement"));
    }

    @Test
    void givesUpWhenNobodyGivesASignOfLife() throws Exception {
        server.on("dm_exec_requests", (reply, parameters, link) -> {
            throw new ServerError(300, 14, "VIEW SERVER STATE permission was denied.");
        });
        server.on("BACKUP", (reply, parameters, link) -> ServerDouble.block());
        try (SqlSession impatient = server.open(limits(Duration.ofSeconds(20), Duration.ofMillis(200)))) {
            Failure failure = assertThrows(Failure.class, () -> impatient.execute("BACKUP", Console.SILENT));

            assertTrue(failure.what().contains("no sign of life"), failure.what());
        }
    }

    @Test
    void tellsWhatTheServerWaitsForWhileItIsSilent() throws Exception {
        server.watchSees("RESTORE DATABASE", 12.5, "PREEMPTIVE_OS_WRITEFILEGATHER");
        CountDownLatch seen = new CountDownLatch(1);
        server.on("RESTORE", (reply, parameters, link) -> {
            seen.await();
            reply.done();
        });

        session.execute("RESTORE", line -> {
            log.add(line);
            seen.countDown();
        });

        assertTrue(
                nextLine().contains(" 12 % (RESTORE DATABASE, waits for PREEMPTIVE_OS_WRITEFILEGATHER)"),
                log.toString());
    }
}
