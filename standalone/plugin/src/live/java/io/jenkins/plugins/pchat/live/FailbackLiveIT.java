package io.jenkins.plugins.pchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.rehearsal.EndState;
import io.jenkins.plugins.pchat.rehearsal.SecondRun;
import java.time.Duration;
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

    private static final Duration AGENT_LIMIT = Duration.ofMinutes(3);

    private static LiveJenkins jenkins;
    private static Site site;
    private static LiveBuild first;
    private static Walk walk;
    private static String firstResult;
    private static int outsiderGot;
    private static boolean ranWhenItStopped;
    private static LiveBuild second;
    private static String secondResult;
    private static List<Journal.Entry> duringSecond;
    private static EndState end;

    @BeforeAll
    static void failsBackTwice(LiveJenkins running) throws Exception {
        jenkins = running;
        site = new Site(jenkins, "failback");
        first = site.job().build(site.parameters());
        walk = new Walk(jenkins, first)
                .before("Do step 1", FailbackLiveIT::anOutsiderAnswers)
                .before("Do step 3", () -> site.lab().faults().arm(Fault.SLOW_DISK))
                .after("Do step 3", FailbackLiveIT::theControllerIsRestarted);
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

    private static void anOutsiderAnswers() throws Exception {
        outsiderGot = first.approve(jenkins.outsider(), first.question());
    }

    private static void theControllerIsRestarted() throws Exception {
        Statement backup = new Statement(site.lab().servers().backup(), "BACKUP DATABASE");
        backup.awaitRunning();
        jenkins.stop();
        ranWhenItStopped = backup.runs();
        jenkins.start();
        Waiting.until("the agent is back", AGENT_LIMIT, site.agent()::online, site.agent()::log);
        site.lab().faults().disarm();
    }

    @AfterAll
    static void stops() throws Exception {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void theFailbackSucceedsAndLosesNothing() throws Exception {
        assertEquals("SUCCESS", firstResult, first.console());
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
        assertEquals(403, outsiderGot);
    }

    @Test
    void theBackupGoesOnWhileTheControllerIsAway() throws Exception {
        assertTrue(ranWhenItStopped, "the backup ran on when the controller had stopped");
        assertTrue(first.console().contains("Resuming build"), "the build was resumed");
        assertEquals(
                1,
                new Statement(site.lab().servers().backup(), "BACKUP DATABASE")
                        .sent(site.lab().journal()));
    }

    @Test
    void theSecondBuildFindsNothingToDo() throws Exception {
        assertEquals("SUCCESS", secondResult, second.console());
        assertEquals(List.of(), duringSecond.stream().filter(SecondRun::isWrite).toList());
        String console = second.console();
        assertEquals(7, count(console, "changed: false"), console);
        assertEquals(0, count(console, "changed: true"), console);
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
