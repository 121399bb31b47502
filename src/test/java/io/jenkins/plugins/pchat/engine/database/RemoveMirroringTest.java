package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoveMirroringTest {

    private static final String OFF_MGC = "ALTER DATABASE [mgc] SET PARTNER OFF";
    private static final String OFF_COMP = "ALTER DATABASE [mgccomp] SET PARTNER OFF";

    private final ScriptedServer server = new ScriptedServer("SQLB\\RTC");
    private final Runs runs = new Runs();
    private final List<Integer> pauses = new ArrayList<>();

    @BeforeEach
    void bothAreMirrored() {
        server.mirroring.put("mgc", new Object[] {"PRINCIPAL", "SYNCHRONIZED"});
        server.mirroring.put("mgccomp", new Object[] {"PRINCIPAL", "SYNCHRONIZED"});
    }

    private RemoveMirroring operation() {
        return new RemoveMirroring(
                new RemoveMirroring.Request(SqlTarget.of("sqlb\\RTC"), null), server.session, pauses::add);
    }

    @Test
    void endsTheSessionsOfBothDatabasesInOrder() throws Exception {
        Outcome outcome = runs.run(operation());

        assertEquals(List.of(OFF_MGC, OFF_COMP), server.session.executed());
        assertTrue(outcome.changed());
        Map<?, ?> mgc = (Map<?, ?>) ((Map<?, ?>) outcome.details().get("databases")).get("mgc");
        assertEquals("PRINCIPAL of a mirroring session with SQLBM\\RTC, SYNCHRONIZED", mgc.get("before"));
        assertEquals("not mirrored", mgc.get("after"));
        assertEquals("SQLBM\\RTC", mgc.get("partner"));
        assertTrue(runs.text().contains("the copy there stays RESTORING"), runs.text());
    }

    @Test
    void doesNothingWhereNoSessionIs() throws Exception {
        server.mirroring.clear();

        assertFalse(runs.run(operation()).changed());
        assertEquals(List.of(), server.session.executed());
    }

    @Test
    void leavesADatabaseAloneThatIsNotMirrored() throws Exception {
        server.mirroring.remove("mgc");

        runs.run(operation());

        assertEquals(List.of(OFF_COMP), server.session.executed());
    }

    @Test
    void executesNothingOnADryRun() throws Exception {
        Outcome outcome = runs.dryRun(operation());

        assertEquals(List.of(), server.session.executed());
        assertTrue(String.join("\n", outcome.plan()).contains(OFF_MGC));
        assertFalse(outcome.changed());
    }

    @Test
    void refusesTheMirrorCopy() {
        server.mirroring.put("mgc", new Object[] {"MIRROR", "SYNCHRONIZED"});
        runs.refused("principal", operation(), server.session);
    }

    @Test
    void refusesWhileRolesAreSwitched() {
        server.mirroring.put("mgc", new Object[] {"PRINCIPAL", "PENDING_FAILOVER"});
        runs.refused("no-failover-under-way", operation(), server.session);
    }

    @Test
    void refusesAnInstanceWithoutTheDatabase() {
        server.exists = false;
        runs.refused("database-exists", operation(), server.session);
    }

    @Test
    void refusesALoginThatSeesTooLittle() {
        server.sysadmin = false;
        server.mirroring.clear();
        runs.refused("permission", operation(), server.session);
    }

    @Test
    void takes1416ForDoneOnceItHasLooked() throws Exception {
        server.session.effect("\\[mgc\\] SET PARTNER OFF", (sql, console) -> {
            server.mirroring.remove("mgc");
            throw Failure.sql(Failure.Code.SQL, 1416, "not configured for mirroring");
        });

        assertTrue(runs.run(operation()).changed());
        assertEquals(List.of(OFF_MGC, OFF_COMP), server.session.executed());
    }

    @ParameterizedTest
    @ValueSource(ints = {1404, 1430, 1431})
    void triesAgainWhatPasses(int number) throws Exception {
        int[] left = {2};
        server.session.effect("\\[mgc\\] SET PARTNER OFF", (sql, console) -> {
            if (left[0]-- > 0) {
                throw Failure.sql(Failure.Code.SQL, number, "busy");
            }
            server.mirroring.remove("mgc");
        });

        runs.run(operation());

        assertEquals(List.of(OFF_MGC, OFF_MGC, OFF_MGC, OFF_COMP), server.session.executed());
        assertEquals(List.of(5, 5), pauses);
    }

    @Test
    void givesUpAfterFiveAttempts() {
        server.session.fail("PARTNER OFF", Failure.sql(Failure.Code.SQL, 1404, "busy"));

        assertEquals(1404, runs.fails(operation()).sqlNumber());
        assertEquals(5, server.session.executed().size());
    }

    @Test
    void doesNotTryAgainWhatDoesNotPass() {
        server.session.fail("PARTNER OFF", Failure.sql(Failure.Code.SQL, 1417, "disabled"));

        Failure failure = runs.fails(operation());

        assertEquals(1, server.session.executed().size());
        assertTrue(failure.stateLeft().contains("PRINCIPAL"), failure.getMessage());
    }

    @Test
    void failsWhenASessionIsLeftAfterwards() {
        server.session.effect("PARTNER OFF", (sql, console) -> {});

        Failure failure = runs.fails(operation());

        assertEquals(Failure.Code.NOT_VERIFIED, failure.code());
        assertTrue(failure.what().contains("mgc, mgccomp on SQLB\\RTC is still mirrored"), failure.what());
    }

    @Test
    void comesToTheSameEndWhereverItWasCut() throws Exception {
        for (int n = 1; n <= 2; n++) {
            for (boolean done : new boolean[] {false, true}) {
                bothAreMirrored();
                server.session.failAt(n, done, Failure.of(Failure.Code.CONNECTION_LOST, "cut"));
                try {
                    runs.run(operation());
                } catch (Failure e) {
                    assertEquals(Failure.Code.CONNECTION_LOST, e.code());
                }
                runs.run(operation());
                assertTrue(server.mirroring.isEmpty(), "cut at " + n);
            }
        }
    }

    @Test
    void refusesNamesThatNeedQuoting() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new RemoveMirroring.Request(SqlTarget.of("sqlb"), List.of("mgc", "x]; DROP")));
    }
}
