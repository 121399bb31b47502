package io.jenkins.plugins.pchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.Journal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a failback in a real Jenkins comes to, and what the builds' consoles, the logs and the disk hold of it. */
@Live
class FailbackLiveIT {

    private static final String SEE = "see console-1.txt";
    private static final String SEE_SECOND = "see console-2.txt";

    private final LiveJenkins jenkins;
    private final Failback failback;

    FailbackLiveIT(LiveJenkins jenkins, Failback failback) {
        this.jenkins = jenkins;
        this.failback = failback;
    }

    @Test
    void theFailbackSucceedsAndLosesNothing() {
        assertEquals("SUCCESS", failback.firstResult(), SEE);
        assertEquals(
                List.of(), failback.end().wrong(failback.site().lab().topology().primaryComputers()));
    }

    @Test
    void everyChangeWasApproved() throws Exception {
        List<String> buttons = failback.answered();
        Map<Boolean, List<String>> kinds =
                buttons.stream().collect(Collectors.partitioningBy(each -> each.startsWith("Overwrite mgc on ")));
        assertEquals(
                List.of("Do step 1", "Do step 2", "Do step 3", "Do step 4", "Do step 5", "Do steps 6 and 7"),
                kinds.get(false));
        assertEquals(2, kinds.get(true).size(), buttons.toString());
        String console = failback.first().console();
        for (String button : buttons) {
            assertTrue(console.contains(button + ": approved by approver."), button);
        }
    }

    @Test
    void whoIsNotAskedMayNotAnswer() {
        assertTrue(List.of(400, 403).contains(failback.refusal().statusCode()), failback.refusal()::toString);
        assertTrue(failback.refusal().body().contains("You need to be approver"), failback.refusal()::body);
    }

    @Test
    void theBackupGoesOnWhileTheControllerIsAwayAndIsTakenOnce() throws Exception {
        Restarts restarts = failback.restarts();
        String console = failback.first().console();
        assertTrue(restarts.backupWentOn());
        assertTrue(console.contains("Jenkins was restarted."), SEE);
        assertEquals(restarts.backupWasFollowed(), console.contains(Restarts.FOLLOWED), SEE);
        assertEquals(1, restarts.backups(), "see journal.txt");
    }

    /** What it had restored is lost with its connection, so this is the one statement that has to be sent again. */
    @Test
    void aRestoreThatDiedWithItsAgentIsDoneAgain() {
        assertEquals(2, failback.restarts().restores(), "see journal.txt");
    }

    @Test
    void theSecondBuildFindsNothingToDo() throws Exception {
        assertEquals("SUCCESS", failback.secondResult(), SEE_SECOND);
        // The verification runs each of the three jobs of log shipping once, and that is all.
        List<Journal.Entry> written = failback.duringSecond().stream()
                .filter(Journal.Entry::isOfAStep)
                .toList();
        assertEquals(3, written.size(), written.toString());
        written.forEach(entry -> assertTrue(entry.text().contains("sp_start_job"), entry.text()));
        String console = failback.second().console();
        // Each of the seven steps, first dry and then in earnest; the first stage has looks of its own.
        assertTrue(count(console, "Nothing to do. changed: false") >= 14, SEE_SECOND);
        assertEquals(0, count(console, "changed: true"), SEE_SECOND);
        assertEquals(0, count(console, "Do step"), "nobody is asked when there is nothing to do");
    }

    @Test
    void theConsoleHasTheStatements() throws Exception {
        String console = failback.first().console();
        for (String words : List.of(
                "SET PARTNER OFF",
                "BACKUP DATABASE [mgc] TO DISK",
                "RESTORE DATABASE [mgc] FROM DISK",
                "sp_add_log_shipping_primary_database",
                "sp_add_log_shipping_secondary_primary",
                "Set-CsPersistentChatActiveServer",
                "Set-CsPersistentChatState")) {
            assertTrue(console.contains(words), words);
        }
        assertEquals(7, count(console, "changed: true"), SEE);
    }

    @Test
    void jenkinsHasNothingSevereToSay() throws Exception {
        assertEquals(List.of(), JenkinsLog.severe(jenkins.log()));
    }

    @Test
    void noPasswordIsInAnyFile() throws Exception {
        Secrets secrets = new Secrets(Stream.concat(
                        Stream.of(failback.site().lab().password()),
                        Stream.of(Person.values()).flatMap(person -> Stream.of(person.password(), person.token())))
                .toList());
        assertEquals(List.of(), secrets.in(jenkins.home().folder()));
        assertEquals(List.of(), secrets.in(failback.site().agent().folder()));
    }

    private static long count(String text, String words) {
        return text.lines().filter(line -> line.contains(words)).count();
    }
}
