package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EarlierRunTest {

    private static final OperationId ID = new OperationId("failback-3-7");

    private final List<String> log = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread earlier = new Thread(() -> {
        try {
            end.await();
        } catch (InterruptedException e) {
            return;
        }
    });

    private int percent = 38;

    private final SqlSession session = new SqlSession() {
        @Override
        public String instance() {
            return "sqlb\\RTC";
        }

        @Override
        public List<SqlRow> query(String sql, Object... parameters) {
            assertEquals(ID.applicationName(), parameters[0]);
            return List.of(
                    new SqlRow(Map.of("session_id", 51, "command", "SELECT", "percent_complete", 0f)),
                    new SqlRow(Map.of(
                            "session_id", 52, "command", "BACKUP DATABASE", "percent_complete", (float) percent)));
        }

        @Override
        public void execute(String sql, Console console) {
            throw new AssertionError(sql);
        }

        @Override
        public void close() {}
    };

    private EarlierRun run(Pause pause) {
        return new EarlierRun(List.of(earlier), List.of(session), ID, log::add, pause);
    }

    @Test
    void isFollowedUntilItHasEndedAndTellsHowFarItIs() throws Exception {
        earlier.start();
        run(seconds -> {
                    percent += 31;
                    if (percent > 100) {
                        end.countDown();
                        earlier.join();
                    }
                })
                .follow();
        assertEquals(
                List.of(
                        "This operation still runs on the agent from before it was lost: following its statement to the"
                                + " end.",
                        "  BACKUP DATABASE on sqlb\\RTC: 38 %",
                        "  BACKUP DATABASE on sqlb\\RTC: 69 %",
                        "  BACKUP DATABASE on sqlb\\RTC: 100 %",
                        "It has ended."),
                log);
    }

    @Test
    void saysNothingWhenItHasEndedAlready() throws Exception {
        earlier.start();
        end.countDown();
        earlier.join();
        run(seconds -> {
                    throw new AssertionError("nothing to wait for");
                })
                .follow();
        assertEquals(List.of(), log);
    }

    @Test
    void whatAnAbortHasInterruptedIsWaitedForALittle() throws Exception {
        earlier.start();
        assertFalse(run(Pause.REAL).awaitEnd(Duration.ofMillis(50)));
        earlier.interrupt();
        assertTrue(run(Pause.REAL).awaitEnd(Duration.ofSeconds(20)));
    }
}
