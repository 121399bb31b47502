package io.jenkins.plugins.pchat.engine.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Unusable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final Failure DENIED = Failure.of(Failure.Code.DENIED, "The account may not read that.");

    @Test
    void keepsWhatWasRead() throws Exception {
        Reading<String> reading = Reading.of(() -> "online");
        assertTrue(reading.present());
        assertEquals("online", reading.get());
    }

    @Test
    void keepsTheFailure() throws Exception {
        Reading<String> reading = Reading.of(() -> {
            throw DENIED;
        });
        assertFalse(reading.present());
        assertSame(DENIED, reading.failure());
        assertThrows(Reading.Unread.class, reading::get);
    }

    @Test
    void whatNeedsAnotherReadingThatFailedFailsAsThatDid() throws Exception {
        Reading<String> first = Reading.failed(DENIED);
        assertSame(DENIED, Reading.of(() -> first.get() + " and more").failure());
    }

    @Test
    void anAnswerThatCantBeUsedIsAFailure() throws Exception {
        Reading<String> reading = Reading.of(() -> {
            throw new Unusable(Failure.Code.SQL, "the result has no column name");
        });
        assertTrue(reading.failure().what().contains("the result has no column name"));
    }

    @Test
    void anAbortIsNoFailureToRead() {
        assertThrows(
                InterruptedException.class,
                () -> Reading.of(() -> {
                    throw new InterruptedException();
                }));
    }

    @Test
    void crossesToAnAgent() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(Reading.failed(DENIED));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(
                    "The account may not read that.",
                    ((Reading<?>) in.readObject()).failure().what());
        }
    }
}
