package io.jenkins.plugins.pchat.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovedByTest {

    private static final OperationEntry SIX = acting(Procedure.SET_ACTIVE, 100);
    private static final OperationEntry SEVEN = acting(Procedure.STATE, 110);
    private static final Approval BOTH = Records.yes("Do steps 6 and 7", 80, 95);

    private static OperationEntry acting(String function, long second) {
        return Records.entry(function, second)
                .saw(
                        Records.ofPool(function, List.of(), Records.action(Records.POOL, "Set", 1L, 2L)),
                        Records.at(second));
    }

    @Test
    void theAnswersSinceTheStepBeforeLetAStepLoose() {
        Approval one = Records.yes("Do step 1", 10, 50);
        Approval declined = new Approval("9", "Do step 3", "ada", false, Records.at(60), Records.at(65));
        FailbackRecord record = Records.begun()
                .with(Records.clear(55))
                .with(Records.backup(100))
                .with(List.of(one, declined, Records.yes("Do step 3", 70, 90), Records.yes("Really", 91, 95)));

        assertEquals(List.of(one), ApprovedBy.of(record, record.operations().get(0)));
        assertEquals(
                List.of("Do step 3", "Really"),
                ApprovedBy.of(record, record.operations().get(1)).stream()
                        .map(Approval::question)
                        .toList());
    }

    @Test
    void oneQuestionCanBeForTwoStepsThatFollowEachOtherAtOnce() {
        FailbackRecord record = Records.begun().with(SIX).with(SEVEN).with(BOTH);

        assertEquals(List.of(BOTH), ApprovedBy.of(record, SEVEN));
    }

    @Test
    void aStepThatWasPlannedByItselfWasNotApprovedWithTheOneBefore() {
        FailbackRecord record = Records.begun()
                .with(SIX)
                .with(Records.dryRun(Procedure.STATE, 105))
                .with(SEVEN)
                .with(BOTH);

        assertEquals(List.of(), ApprovedBy.of(record, SEVEN));
    }

    @Test
    void aStepThatDidNothingNeededNoApproval() {
        OperationEntry idle = Records.entry(Procedure.STATE, 110);
        FailbackRecord record = Records.begun().with(SIX).with(idle).with(BOTH);

        assertEquals(List.of(), ApprovedBy.of(record, idle));
    }
}
