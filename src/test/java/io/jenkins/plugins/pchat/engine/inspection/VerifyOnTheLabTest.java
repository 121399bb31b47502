package io.jenkins.plugins.pchat.engine.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.pool.PoolState;
import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The verification through the real driver and the lab's shell, after a failback by the real operations; one lab does for all, for nothing is changed. */
@Timeout(180)
class VerifyOnTheLabTest {

    private static final List<String> CYCLE = List.of("backup_job_id", "copy_job_id", "restore_job_id");

    private static FailedBackLab lab;

    @BeforeAll
    static void failBack() throws Exception {
        lab = new FailedBackLab();
        lab.failBack();
    }

    @AfterAll
    static void close() throws Exception {
        lab.close();
    }

    @AfterEach
    void mend() {
        lab.lab.faults().disarm();
        lab.log.clear();
    }

    private List<Journal.Entry> written() {
        return lab.lab.journal().entries(Journal.Entry::isOfAStep);
    }

    @Test
    void findsEverythingAsPromisedAndRunsNothingButOneCycle() throws Exception {
        int before = written().size();
        Outcome outcome = lab.verify();

        assertEquals("VERIFIED", outcome.state());
        assertFalse(outcome.changed());
        assertFalse(lab.text().contains("WARN"), lab.text());
        assertTrue(lab.text().contains("29 checks: 27 ok, 2 info"), lab.text());
        List<Journal.Entry> cycle = written().subList(before, written().size());
        assertEquals(CYCLE.size(), cycle.size(), cycle.toString());
        for (int i = 0; i < cycle.size(); i++) {
            assertTrue(cycle.get(i).text().contains(CYCLE.get(i)), cycle.get(i).text());
        }
        assertEquals(
                3, outcome.plan().stream().filter(line -> !line.startsWith(" ")).count());
        String restored = (String) outcome.details().get("lastRestoredFile");
        assertTrue(restored.startsWith("D:\\LogShipping\\mgc_"), restored);
        assertTrue(lab.trace().after().get(0).startsWith("RESULT CHECK"), "the record shows the table");
        assertTrue(lab.trace().after().contains("LEFT TO DO BY A PERSON (8):"));
    }

    @Test
    void aDryRunRunsNoJob() throws Exception {
        int before = written().size();
        Outcome outcome = lab.run(lab.request(false).with(lab.pool()), true);
        assertEquals("VERIFIED", outcome.state());
        assertEquals(before, written().size());
        assertTrue(lab.text().contains("has not been run yet by this step"), lab.text());
        assertEquals(8, ((List<?>) outcome.details().get("leftToDo")).size());
    }

    @Test
    void aJobThatFailsIsInTheTableAndInTheFailureAndAllElseWasLookedAt() throws Exception {
        lab.lab.faults().arm(Fault.AGENT_SHARE_DENIED);
        Failure failure = assertThrows(Failure.class, lab::verify);

        assertEquals(Failure.Code.NOT_VERIFIED, failure.code());
        assertTrue(failure.what().contains("\n  fresh-cycle (localhost,"), failure.what());
        assertTrue(failure.what().contains("LSCopy_SQLA\\RTC_mgc has failed"), failure.what());
        assertTrue(failure.what().contains("Access to the path"), failure.what());
        assertTrue(failure.what().lines().count() < 6, failure.what());
        assertTrue(lab.text().contains("BLOCK  fresh-cycle"), lab.text());
        assertTrue(
                lab.trace().after().stream().anyMatch(line -> line.startsWith("BLOCK  fresh-cycle")),
                "the record has the table of a failed verification too");

        lab.lab.faults().disarm();
        assertEquals("VERIFIED", lab.verify().state());
    }

    @Test
    void aShellThatFailsIsAPartOfWhatWasFound() throws Exception {
        Reading<PoolState> pool = Reading.failed(Failure.of(Failure.Code.SHELL, "PowerShell ended without an answer"));
        Failure failure =
                assertThrows(Failure.class, () -> lab.run(lab.request(true).with(pool)));
        assertTrue(
                failure.what().contains("pool-exists (lyncpc.dci.discovery.com): could not be checked"),
                failure.what());
        assertTrue(lab.text().contains("ok     fresh-cycle"), lab.text());
        assertTrue(
                lab.text().contains("Get-CsService -PersistentChatServer -PoolFqdn \"lyncpc.dci.discovery.com\""),
                lab.text());
    }

    @Test
    void whatIsLeftHasTheNamesOfThisDeployment() throws Exception {
        Path leftover = lab.lab.servers().storage().resolve("SQLA", "\\\\nas\\pchat\\mgc_failback_20200101_000000.bak");
        Files.writeString(leftover, "cut");
        try {
            String commands = commands(lab.run(lab.request(false).with(lab.pool()), true));
            List.of(
                            "Install-CsMirrorDatabase -DatabaseType \"PersistentChat\" -SqlServerFqdn \"sqla.dci.discovery.com\""
                                    + " -SqlInstanceName \"RTC\" -FileShare \"\\\\nas\\pchat\" -DropExistingDatabasesOnMirror"
                                    + " -Confirm:$false -Verbose",
                            "-DatabaseType \"PersistentChatCompliance\"",
                            "Get-CsDatabaseMirrorState -PoolFqdn \"lyncpc.dci.discovery.com\" -DatabaseType \"PersistentChat\"",
                            "Stop-CsWindowsService -ComputerName \"chata2.dci.discovery.com\" -Graceful",
                            "Start-CsWindowsService -ComputerName \"chata2.dci.discovery.com\"",
                            "-- On sqlam.dci.discovery.com\\RTC, in master:\nDECLARE @rc int",
                            "@secondary_server = N'SQLB\\RTC'",
                            "-- On sqlbm.dcb.discovery.com\\RTC, in master:\nIF DATABASEPROPERTYEX(N'mgc', 'Status')",
                            "DROP DATABASE [mgccomp]",
                            "Get-WinEvent -ComputerName \"chata1.dci.discovery.com\" -FilterHashtable @{LogName='Lync Server';"
                                    + " Id=53530;",
                            "-- On SQLB\\RTC, in master:\nSELECT t.name",
                            "-- On SQLA\\RTC, in master:\nDBCC CHECKDB (N'mgc') WITH NO_INFOMSGS",
                            "Remove-Item -LiteralPath \"\\\\nas\\pchat\\mgc_failback_20200101_000000.bak\"")
                    .forEach(each -> assertTrue(commands.contains(each), each + " is not in\n" + commands));
            assertEquals(
                    List.of("Mirror", "Primary"),
                    commands.lines()
                            .filter(line -> line.startsWith("Invoke-CsDatabaseFailover"))
                            .map(line -> line.replaceAll(".*NewPrincipal \"(\\w+)\"", "$1"))
                            .toList());
        } finally {
            Files.delete(leftover);
        }
    }

    /** The script for the mirror is the one by which the first primary was registered: the lab takes it, batch by batch. */
    @Test
    void theScriptForTheMirrorIsWhatTheServerTakes() throws Exception {
        String commands = commands(lab.run(lab.request(false).with(lab.pool()), true));
        List<String> ran = written().stream().map(Journal.Entry::text).toList();
        String place = "-- On sqlam.dci.discovery.com\\RTC, in master:\n";
        String[] batches = commands.split(Pattern.quote(place));
        assertEquals(5, batches.length - 1);
        for (int i = 1; i < batches.length; i++) {
            String batch = batches[i].substring(0, batches[i].indexOf("\nGO"));
            String alike = batch.replace("sqlam.dci.discovery.com\\RTC", "SQLA\\RTC");
            assertTrue(ran.contains(alike), alike);
        }
    }

    private static String commands(Outcome outcome) {
        StringBuilder all = new StringBuilder();
        for (Object task : (List<?>) outcome.details().get("leftToDo")) {
            ((List<?>) ((Map<?, ?>) task).get("commands"))
                    .forEach(command -> all.append(command).append('\n'));
        }
        return all.toString();
    }
}
