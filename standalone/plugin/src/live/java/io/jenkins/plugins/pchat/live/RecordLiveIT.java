package io.jenkins.plugins.pchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.record.FailbackRecord;
import io.jenkins.plugins.pchat.record.OperationEntry;
import io.jenkins.plugins.pchat.record.RecordJson;
import java.util.List;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/** The record that the builds of a failback leave: on their pages, as JSON, and among their artifacts. */
@Live
class RecordLiveIT {

    private static final String PAGE = "pchat-failback/";

    private final Rest admin;
    private final Failback failback;

    RecordLiveIT(LiveJenkins jenkins, Failback failback) {
        this.admin = jenkins.as(Person.ADMIN);
        this.failback = failback;
    }

    @Test
    void theBuildsPageHasTheRecordInOneLine() throws Exception {
        String page = admin.text(failback.first().path());
        assertTrue(page.contains("7 of 7 steps done"), page);
        assertTrue(page.contains("pchat-failback"), page);
    }

    @Test
    void thePageSaysThatABuildWaits() {
        String page = failback.pageWhileAsked();
        assertTrue(page.contains("1 of 7 steps done; waiting for an answer"), page);
    }

    @Test
    void thePageTellsOfEveryStep() throws Exception {
        String page = admin.text(failback.first().path() + PAGE);
        for (String words : List.of(
                "Clear the active servers",
                "Remove mirroring",
                "Back up the database",
                "Restore the database",
                "Configure log shipping",
                "Set the active servers",
                "Set the pool state",
                "approved by approver",
                "There is nothing to go back to.")) {
            assertTrue(page.contains(words), words);
        }
    }

    @Test
    void theRecordSaysWhatWasDoneAndWhoApprovedIt() throws Exception {
        FailbackRecord record = RecordJson.read(admin.text(failback.first().path() + PAGE + "json"));
        assertEquals("SUCCESS", record.result());
        List<OperationEntry> real =
                record.operations().stream().filter(entry -> !entry.dryRun()).toList();
        assertEquals(9, real.size(), "the seven steps, the preflight before them and the verification after them");
        for (OperationEntry entry : real) {
            boolean looks = entry.function().equals("pchatPreflight")
                    || entry.function().equals("pchatVerify");
            assertEquals(
                    looks ? OperationEntry.Status.UNCHANGED : OperationEntry.Status.DONE,
                    entry.status(),
                    entry.function());
            assertEquals(!looks, entry.outcome().changed(), entry.function());
        }
        assertEquals(failback.answered().size(), record.approvals().size());
        record.approvals().forEach(approval -> {
            assertTrue(approval.approved(), approval.question());
            assertEquals(Person.APPROVER.id(), approval.person(), approval.question());
        });
    }

    @Test
    void theRecordKnowsThatTwoStepsWereTakenUpAgain() throws Exception {
        FailbackRecord record = RecordJson.read(admin.text(failback.first().path() + PAGE + "json"));
        List<String> again = record.operations().stream()
                .filter(entry -> entry.attempts().size() > 1)
                .map(OperationEntry::function)
                .toList();
        assertEquals(List.of("pchatBackupDb", "pchatRestoreDb"), again);
    }

    @Test
    void theRecordIsAnArtifact() throws Exception {
        for (LiveBuild build : List.of(failback.first(), failback.second())) {
            assertTrue(new JSONObject(admin.text(build.path() + "artifact/pchat-failback.json")).has("operations"));
            assertTrue(admin.text(build.path() + "artifact/pchat-failback.txt").contains("Persistent Chat failback"));
        }
    }

    @Test
    void theRecordOfASecondBuildSaysThatItChangedNothing() throws Exception {
        FailbackRecord record = RecordJson.read(admin.text(failback.second().path() + PAGE + "json"));
        assertTrue(record.operations().stream()
                .noneMatch(entry -> entry.outcome() == null || entry.outcome().changed()));
        assertEquals(List.of(), record.approvals());
    }
}
