package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Announced;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Hostile;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.PlainText;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What holds of every operation on servers that answer something else than they should. */
public final class OddServers {

    private static final double SELDOM = 0.02;

    private OddServers() {}

    /** What such servers say. */
    public static Arbitrary<List<String>> texts() {
        return Hostile.texts().list().ofMinSize(1).ofMaxSize(5);
    }

    /** How often they do. */
    public static Arbitrary<Double> rates() {
        return Arbitraries.of(0.0, SELDOM / 4, SELDOM, 5 * SELDOM);
    }

    /** Runs an operation: it ends well or with a failure that a person can read, and nothing runs that the plan has not shown. */
    public static void run(Operation<?> operation, OddServer... servers) {
        Announced announced = new Announced();
        List<String> log = new ArrayList<>();
        try {
            new OperationRunner(log::add, announced).run(operation, false);
        } catch (Failure e) {
            assertFalse(e.getMessage().contains("Exception"), e.getMessage());
            e.getMessage().lines().forEach(line -> assertTrue(PlainText.isPlain(line), line));
            assertTrue(e.getMessage().length() < 200_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        for (String line : log) {
            assertTrue(PlainText.isPlain(line) && line.length() <= PlainText.LONGEST_LINE, line);
        }
        List<String> executed = new ArrayList<>();
        for (OddServer server : servers) {
            executed.addAll(server.executed());
        }
        announced.assertHolds(executed);
    }
}
