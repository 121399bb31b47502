package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CancelTest extends SessionTest {

    @Test
    void cancelsOnTheServerWhenInterruptedAndCanBeUsedAfterwards() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        server.on("RESTORE", (reply, parameters, link) -> {
            running.countDown();
            ServerDouble.block();
        });
        Thread test = Thread.currentThread();
        Threads.start("abort", () -> interrupt(running, test));

        assertThrows(InterruptedException.class, () -> session.execute("RESTORE", log::add));

        assertEquals(1, server.cancels.get());
        assertTrue(log.contains("The server has stopped the statement."), log.toString());
        assertEquals(1, session.query("SELECT @@SPID AS session_id").size());
        assertTrue(server.logins.stream()
                        .filter(l -> l.applicationName().equals("pchat-failback op-1"))
                        .count()
                <= 2);
    }

    @Test
    void cancelsAReadToo() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        server.on("HEADERONLY", (reply, parameters, link) -> {
            running.countDown();
            ServerDouble.block();
        });
        Thread test = Thread.currentThread();
        Threads.start("abort", () -> interrupt(running, test));

        assertThrows(InterruptedException.class, () -> session.query("RESTORE HEADERONLY"));
        assertEquals(1, server.cancels.get());
    }

    @Test
    void closesTheConnectionWhenTheServerDoesNotAcknowledge() throws Exception {
        Limits limits = limits(Duration.ofMillis(300), Duration.ofMinutes(10));
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(1);
        server.on("RESTORE", (reply, parameters, link) -> {
            running.countDown();
            awaitDeaf(release);
        });
        try (SqlSession impatient = server.open(limits)) {
            Thread test = Thread.currentThread();
            Threads.start("abort", () -> interrupt(running, test));

            assertThrows(InterruptedException.class, () -> impatient.execute("RESTORE", log::add));

            assertTrue(log.stream().anyMatch(l -> l.contains("the connection was closed")), log.toString());
            assertEquals(1, impatient.query("SELECT @@SPID AS session_id").size());
        } finally {
            release.countDown();
        }
    }
}
