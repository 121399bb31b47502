package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Announced;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.sql.ScriptedSession;
import java.util.ArrayList;
import java.util.List;

/** Runs operations as the product does, and keeps the log. */
final class Runs {

    final List<String> log = new ArrayList<>();
    private final Announced announced = new Announced();

    /** What the last operation executed had been in its plan. */
    void announced(List<String> executed) {
        announced.assertHolds(executed);
    }

    Outcome run(Operation<?> operation) throws Exception {
        return new OperationRunner(log::add, announced).run(operation, false);
    }

    Outcome dryRun(Operation<?> operation) throws Exception {
        return new OperationRunner(log::add).run(operation, true);
    }

    Failure fails(Operation<?> operation) {
        return assertThrows(Failure.class, () -> run(operation));
    }

    /** The operation is refused by this guard, before anything was executed. */
    void refused(String guard, Operation<?> operation, ScriptedSession session) {
        Failure failure = fails(operation);
        assertEquals(Failure.Code.REFUSED, failure.code(), failure.getMessage());
        assertTrue(failure.getMessage().contains("(guard " + guard + ")"), failure.getMessage());
        assertEquals(List.of(), session.executed());
    }

    String text() {
        return String.join("\n", log);
    }
}
