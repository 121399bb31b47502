package io.jenkins.plugins.pchat.engine.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Guard;
import org.junit.jupiter.api.Test;

class CheckTest {

    private static final Guard<Integer> SMALL =
            Guard.refuseIf("small", n -> n > 9, n -> n + " is too much.", "Take less.");

    private static final Failure DOWN =
            Failure.of(Failure.Code.CONNECT, "sqla does not answer.").next("Start it.");

    @Test
    void whatHoldsIsOkWithItsEvidence() {
        assertEquals(
                new Finding("small", "sqla", Severity.BLOCK, Finding.Result.OK, "it is 3", null),
                Check.block("sqla", SMALL, n -> "it is " + n).make(3));
    }

    @Test
    void whatDoesNotHoldBlocksWithTheGuardsReasonAndRemedy() {
        assertEquals(
                new Finding("small", "sqla", Severity.BLOCK, Finding.Result.BLOCK, "10 is too much.", "Take less."),
                Check.block("sqla", SMALL, n -> "it is " + n).make(10));
    }

    @Test
    void aWarningIsNoMoreThanThat() {
        assertEquals(
                Finding.Result.WARN,
                Check.warn("sqla", SMALL, n -> "it is " + n).make(10).result());
    }

    @Test
    void anInformationIsNeitherGoodNorBad() {
        assertEquals(
                new Finding("number", "sqla", Severity.INFO, Finding.Result.INFO, "it is 10", null),
                Check.<Integer>info("sqla", "number", n -> "it is " + n).make(10));
    }

    @Test
    void whatCouldNotBeReadCountsAsNotHolding() {
        Check<Reading<Integer>> check =
                Check.block("sqla", SMALL, n -> "it is " + n).on((Reading<Integer> reading) -> reading.get());
        assertEquals(Finding.Result.OK, check.make(Reading.of(3)).result());
        assertEquals(
                new Finding(
                        "small",
                        "sqla",
                        Severity.BLOCK,
                        Finding.Result.BLOCK,
                        "could not be checked: sqla does not answer.",
                        "Start it."),
                check.make(Reading.failed(DOWN)));
    }

    @Test
    void whatCanNotBeToldIsNoReasonToStop() {
        Check<Reading<Integer>> check =
                Check.<Integer>info("sqla", "number", n -> "it is " + n).on(Reading::get);
        Finding finding = check.make(Reading.failed(DOWN));
        assertEquals(Finding.Result.INFO, finding.result());
        assertEquals("could not be checked: sqla does not answer.", finding.evidence());
    }

    @Test
    void aCheckWithoutItsConditionCountsAsNotHolding() {
        Check<Integer> check =
                Check.warn("sqla", SMALL, n -> "it is " + n).when(n -> n >= 0, n -> "there is no number below 0");
        assertEquals(Finding.Result.OK, check.make(3).result());
        Finding finding = check.make(-1);
        assertEquals(Finding.Result.WARN, finding.result());
        assertEquals("could not be checked: there is no number below 0", finding.evidence());
        assertNull(finding.remedy());
    }
}
