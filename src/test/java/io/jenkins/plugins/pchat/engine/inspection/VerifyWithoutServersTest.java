package io.jenkins.plugins.pchat.engine.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.check.Findings;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.database.ConfigureLogShipping;
import io.jenkins.plugins.pchat.engine.sql.AbsentSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where nothing answers, nothing is promised: no check passes for want of an answer. */
class VerifyWithoutServersTest {

    private static final Failure DOWN = Failure.of(Failure.Code.CONNECT, "sqla does not answer.");

    private final List<String> log = new ArrayList<>();

    private static Operation<?> verify(boolean cycle) {
        ConfigureLogShipping.Request shipping = new ConfigureLogShipping.Request(
                SqlTarget.of("sqla\\RTC"),
                SqlTarget.of("sqlb\\RTC"),
                null,
                "\\\\nas\\pchat",
                "D:\\LogShipping",
                null,
                null,
                null);
        return new Verify.Request("pool.example.com", List.of("chata1.example.com"), shipping, cycle)
                .with(Reading.failed(DOWN))
                .on(
                        List.of(new AbsentSession("sqla\\RTC", DOWN), new AbsentSession("sqlb\\RTC", DOWN)),
                        new OperationId("v-1"));
    }

    @Test
    void aPromiseThatCanNotBeReadBackIsOneThatIsNotKept() {
        Failure failure = assertThrows(Failure.class, () -> new OperationRunner(log::add).run(verify(true), false));
        assertEquals(Failure.Code.NOT_VERIFIED, failure.code());
        assertTrue(failure.what().startsWith("The failback of pool "), failure.what());
        assertTrue(failure.what().contains("sqla does not answer."), failure.what());
    }

    @Test
    void theTableHasEachCheckAllTheSame() {
        assertThrows(Failure.class, () -> new OperationRunner(log::add).run(verify(true), false));
        assertTrue(log.stream().anyMatch(line -> line.contains("checks: ") && line.contains(" BLOCK")), log.toString());
    }

    @Test
    void theTableIsShownOnceWithACycleAndWithout() {
        assertThrows(Failure.class, () -> new OperationRunner(log::add).run(verify(true), false));
        assertEquals(1, tables(), log.toString());
        log.clear();
        // A dry run ends with the plan, and is judged by nobody but who reads it.
        assertThrows(Failure.class, () -> new OperationRunner(log::add).run(verify(false), true));
        assertEquals(1, tables(), log.toString());
    }

    private long tables() {
        return log.stream().filter(line -> line.contains(Findings.HEADING)).count();
    }
}
