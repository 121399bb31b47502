package io.jenkins.plugins.pchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.EndState;
import io.jenkins.plugins.pchat.lab.Journal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The shipped pipeline, twice: a failback during which the controller is restarted, and a second build that finds
 * nothing to do. The tests look at what is there afterwards.
 */
@Live
class FailbackLiveIT {

    private static final String SEE = "see console-1.txt";

    private static LiveJenkins jenkins;
    private static Site site;
    private static LiveBuild first;
    private static Walk walk;
    private static String firstResult;
    private static Restarts restarts;
    private static HttpResponse<String> refusal;
    private static LiveBuild second;
    private static String secondResult;
    private static List<Journal.Entry> duringSecond;
    private static EndState end;

    @BeforeAll
    static void failsBackTwice(LiveJenkins running) throws Exception {
        jenkins = running;
        site = new Site(jenkins, "failback");
        first = site.job().build(site.parameters());
        restarts = new Restarts(jenkins, site, first);
        walk = new Walk(jenkins, first)
                .before("Do step 1", () -> refusal = first.approve(jenkins.outsider(), first.question()))
                .before("Do step 3", restarts::slowDown)
                .after("Do step 3", restarts::inMidBackup)
                .after("Overwrite mgc on " + site.lab().servers().primaryAddress(), restarts::inMidRestore);
        firstResult = walk.toTheEnd();
        first.saveConsole("console-1.txt");
        int entries = site.lab().journal().entries().size();
        second = site.job().build(site.parameters());
        secondResult = new Walk(jenkins, second).toTheEnd();
        second.saveConsole("console-2.txt");
        List<Journal.Entry> all = site.lab().journal().entries();
        duringSecond = all.subList(entries, all.size());
        site.lab().chat().close();
        end = new EndState(site.lab());
        end.table(true).forEach(System.out::println);
    }

    @AfterAll
    static void stops() throws Exception {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void theFailbackSucceedsAndLosesNothing() throws Exception {
        assertEquals("SUCCESS", firstResult, SEE);
        assertEquals(List.of(), end.wrong(site.lab().topology().primaryComputers()));
    }

    @Test
    void everyChangeWasApproved() throws Exception {
        List<String> buttons = walk.answered();
        for (String button : List.of("Do step 1", "Do step 2", "Do step 3", "Do step 4", "Do step 5", "Do steps 6")) {
            assertTrue(buttons.stream().anyMatch(each -> each.startsWith(button)), buttons.toString());
        }
        assertEquals(
                2,
                buttons.stream()
                        .filter(each -> each.startsWith("Overwrite mgc on "))
                        .count(),
                buttons.toString());
        String console = first.console();
        for (String button : buttons) {
            assertTrue(console.contains(button + ": approved by approver."), button);
        }
    }

    @Test
    void whoIsNotAskedMayNotAnswer() {
        assertTrue(List.of(400, 403).contains(refusal.statusCode()), refusal.toString());
        assertTrue(refusal.body().contains("You need to be approver"), refusal.body());
    }

    @Test
    void theBackupGoesOnWhileTheControllerIsAwayAndIsTakenOnce() throws Exception {
        assertTrue(restarts.backupWentOn());
        assertTrue(first.console().contains("Jenkins was restarted."), SEE);
        assertEquals(restarts.backupWasFollowed(), first.console().contains(Restarts.FOLLOWED), SEE);
        assertEquals(1, restarts.backups());
    }

    /** What it had restored is lost with its connection, so this is the one statement that has to be sent again. */
    @Test
    void aRestoreThatDiedWithItsAgentIsDoneAgain() {
        assertEquals(2, restarts.restores());
    }

    @Test
    void theSecondBuildFindsNothingToDo() throws Exception {
        assertEquals("SUCCESS", secondResult, "see console-2.txt");
        assertEquals(
                List.of(),
                duringSecond.stream().filter(Journal.Entry::isOfAStep).toList());
        String console = second.console();
        assertEquals(7, count(console, "changed: false"), "see console-2.txt");
        assertEquals(0, count(console, "changed: true"), "see console-2.txt");
    }

    @Test
    void theConsoleHasTheStatements() throws Exception {
        String console = first.console();
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
        assertEquals(
                7,
                console.lines().filter(line -> line.contains("changed: true")).count(),
                console);
    }

    @Test
    void jenkinsHasNothingSevereToSay() throws Exception {
        assertEquals(List.of(), JenkinsLog.severe(jenkins.log()));
    }

    @Test
    void noPasswordIsInAnyFile() throws Exception {
        List<String> secrets = Stream.concat(
                        Stream.of(site.lab().password()),
                        Stream.of(Person.values()).map(Person::password))
                .toList();
        assertEquals(List.of(), new Secrets(secrets).in(jenkins.home().folder()));
        assertEquals(List.of(), new Secrets(secrets).in(site.agent().folder()));
    }

    private static long count(String text, String words) {
        return text.lines().filter(line -> line.contains(words)).count();
    }
}
