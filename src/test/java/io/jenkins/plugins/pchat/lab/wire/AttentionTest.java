package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How an attention is answered: always by a message of its own (TDS-FACTS 10). */
@Timeout(60)
class AttentionTest extends WireTest {

    private static final String DONE = "FD0000FD000000000000000000";
    private static final String DONE_ERROR = "FD0200FD000000000000000000";
    private static final String DONE_ATTENTION = "FD200000000000000000000000";

    private static final byte[] NOTHING = {};

    @Test
    void anAttentionDuringABatchIsAnsweredWithTwoMessages() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        backend.on("RESTORE", (session, parameters, reply) -> {
            running.countDown();
            new CountDownLatch(1).await();
        });
        try (RawClient client = RawClient.loggedIn(server)) {
            client.batch("RESTORE");
            running.await();
            client.packet(Message.ATTENTION, Message.END, NOTHING);
            assertEquals(DONE_ERROR, client.receive());
            assertEquals(DONE_ATTENTION, client.receive());
            client.batch("SELECT 1");
            assertTrue(client.receive().endsWith("FD1000C1000100000000000000"));
        }
    }

    @Test
    void anAttentionForABatchThatIgnoresItCancelsItAllTheSame() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        backend.on("RESTORE", (session, parameters, reply) -> {
            running.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                cancelled.countDown();
            }
            reply.updated(1);
        });
        try (RawClient client = RawClient.loggedIn(server)) {
            client.batch("RESTORE");
            running.await();
            client.packet(Message.ATTENTION, Message.END, NOTHING);
            cancelled.await();
            assertTrue(client.receive().endsWith(DONE_ERROR));
            assertEquals(DONE_ATTENTION, client.receive());
        }
    }

    @Test
    void anAttentionWhileNothingRunsIsOnlyAcknowledged() throws Exception {
        try (RawClient client = RawClient.loggedIn(server)) {
            client.packet(Message.ATTENTION, Message.END, NOTHING);
            assertEquals(DONE_ATTENTION, client.receive());
            client.batch("SET NOCOUNT ON");
            assertEquals(DONE, client.receive());
        }
    }

    @Test
    void aBatchThatTheClientTookBackIsNotRun() throws Exception {
        try (RawClient client = RawClient.loggedIn(server)) {
            byte[] batch =
                    new Bytes().raw(RawClient.headers()).utf16("SELECT 1").toArray();
            client.packet(Message.SQL_BATCH, Message.END | Message.IGNORE, batch);
            assertEquals(DONE_ERROR, client.receive());
            assertTrue(backend.asked.isEmpty());
        }
    }
}
