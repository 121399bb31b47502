package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.check.Finding;
import io.jenkins.plugins.pchat.engine.sql.AbsentSession;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cycle that is run after a failback, and what is found while a server is away. */
class FailedBackCycleTest {

    private final FailedBackScene scene = new FailedBackScene();
    private final ScriptedShipping lab = scene.lab;
    private FailedBackReader reader;

    @BeforeEach
    void failBack() throws Exception {
        scene.failBack();
        reader = scene.reader();
    }

    @Test
    void aJobThatFailsIsAFindingWithItsOwnWordsAndTheOthersAreLeftOut() throws Exception {
        lab.secondary.jobFails = "copy";
        FailedBack before = reader.read();
        int executed = lab.executed().size();
        for (PlannedAction action : reader.cycle(before)) {
            action.effect().run(Console.SILENT);
        }
        assertEquals(2, lab.executed().size() - executed, "the restore job would prove nothing");
        Finding cycle = FailedBackScene.found(reader, "fresh-cycle");
        assertEquals(Finding.Result.BLOCK, cycle.result());
        assertTrue(cycle.evidence().contains("LSCopy_SQLA\\RTC_mgc has failed. Access is denied."), cycle.evidence());
        assertTrue(cycle.remedy().contains("SQL Server Agent on the secondary"), cycle.remedy());
        assertEquals(
                Finding.Result.BLOCK,
                FailedBackScene.found(reader, "jobs-succeed").result());
    }

    @Test
    void aRestoreJobThatFailsIsMendedByTheStepThatConfigures() throws Exception {
        lab.secondary.jobFails = "restore";
        for (PlannedAction action : reader.cycle(reader.read())) {
            action.effect().run(Console.SILENT);
        }
        assertTrue(
                FailedBackScene.found(reader, "fresh-cycle")
                        .remedy()
                        .contains("run pchatConfigureLogShipping with onExisting: 'replace'"),
                FailedBackScene.found(reader, "fresh-cycle").remedy());
    }

    @Test
    void aWholeCycleIsTold() throws Exception {
        assertEquals(
                Finding.Result.INFO,
                FailedBackScene.found(reader, "fresh-cycle").result());
        for (PlannedAction action : reader.cycle(reader.read())) {
            action.effect().run(Console.SILENT);
        }
        assertEquals(
                Finding.Result.OK, FailedBackScene.found(reader, "fresh-cycle").result());
        assertTrue(FailedBackScene.found(reader, "fresh-cycle").evidence().contains("mgc_20260102030406.trn"));
    }

    @Test
    void aServerThatIsLostAfterTheCycleIsAFinding() throws Exception {
        AtomicReference<SqlSession> secondary = new AtomicReference<>(lab.secondary.session);
        reader = scene.reader(lab.primary.session, through(secondary));
        for (PlannedAction action : reader.cycle(reader.read())) {
            action.effect().run(Console.SILENT);
        }
        Failure away = Failure.of(Failure.Code.CONNECTION_LOST, "sqlb\\rtc: the session was lost");
        secondary.set(new AbsentSession("sqlb\\rtc", away));
        Finding cycle = FailedBackScene.found(reader, "fresh-cycle");
        assertEquals(Finding.Result.BLOCK, cycle.result());
        assertEquals("could not be checked: sqlb\\rtc: the session was lost", cycle.evidence());
    }

    @Test
    void aRegistrationThatIsGoneAfterTheCycleTakesNothingElseWithIt() throws Exception {
        for (PlannedAction action : reader.cycle(reader.read())) {
            action.effect().run(Console.SILENT);
        }
        lab.secondary.entry = null;
        assertTrue(
                FailedBackScene.found(reader, "fresh-cycle").evidence().contains("msdb no longer tells"),
                FailedBackScene.found(reader, "fresh-cycle").evidence());
        assertEquals(
                Finding.Result.BLOCK,
                FailedBackScene.found(reader, "log-shipping-configured").result());
    }

    /** A session that can be exchanged for another one behind the back of whoever has it. */
    private static SqlSession through(AtomicReference<SqlSession> session) {
        return (SqlSession) Proxy.newProxyInstance(
                SqlSession.class.getClassLoader(), new Class<?>[] {SqlSession.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(session.get(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void thereIsNoCycleWhileNothingIsRegistered() throws Exception {
        lab.primary.entry = null;
        assertEquals(List.of(), reader.cycle(reader.read()));
    }

    @Test
    void aServerThatIsAwayTakesOnlyItsOwnChecksWithIt() throws Exception {
        Failure away = Failure.of(Failure.Code.CONNECT, "sqlb\\rtc can't be reached");
        FailedBack seen = scene.reader(lab.primary.session, new AbsentSession("sqlb\\rtc", away))
                .read();
        List<Finding> findings = FailedBackScene.findings(seen);
        assertEquals(
                Finding.Result.OK,
                findings.stream()
                        .filter(f -> f.id().equals("primary-online"))
                        .findFirst()
                        .orElseThrow()
                        .result());
        Finding secondary = findings.stream()
                .filter(f -> f.id().equals("secondary-restoring"))
                .findFirst()
                .orElseThrow();
        assertEquals("could not be checked: sqlb\\rtc can't be reached", secondary.evidence());
        assertEquals(List.of(), reader.cycle(seen));
        assertEquals("sqlb\\rtc", seen.secondaryName());
    }
}
