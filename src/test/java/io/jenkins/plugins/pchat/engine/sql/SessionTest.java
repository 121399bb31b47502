package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.pchat.engine.Failure;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What the tests of a session on the real wire share. */
@Timeout(60)
abstract class SessionTest {

    final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    ServerDouble server;
    SqlSession session;

    @BeforeEach
    void connect() throws Exception {
        server = new ServerDouble();
        server.watchSees("BACKUP DATABASE", 0, null);
        session = server.open();
    }

    @AfterEach
    void disconnect() throws Exception {
        session.close();
        server.close();
    }

    String nextLine() throws InterruptedException {
        String line = log.poll(30, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("the log stays silent");
        }
        return line;
    }

    Failure fails(String sql) {
        return assertThrows(Failure.class, () -> session.execute(sql, log::add));
    }

    static Limits limits(Duration cancel, Duration silence) {
        Limits l = ServerDouble.LIMITS;
        return new Limits(l.read(), l.connect(), l.hurry(), l.query(), l.answer(), silence, cancel, l.watch());
    }

    static void interrupt(CountDownLatch when, Thread whom) {
        try {
            when.await();
            whom.interrupt();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A statement that does not stop when it is cancelled, as a RESTORE that rolls back. */
    static void awaitDeaf(CountDownLatch release) {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException e) {
                // Deaf on purpose.
                continue;
            }
        }
    }
}
