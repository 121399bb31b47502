package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Announced;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Plan;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.Trace;
import io.jenkins.plugins.pchat.engine.sql.ScriptedSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever becomes of an operation, each statement that it executes was in the plan that it had shown. A failure runs nothing of its own: what lets users in
 * again after a restore that failed is a later action of the same plan.
 */
@Timeout(120)
class NothingUnannouncedTest {

    private static final int[] ERRORS = {3101, 3013, 5061, 1205, 1404, 15110, 22022, 22048, 4305};

    private final List<String> log = new ArrayList<>();

    private void holds(Operation<?> operation, List<String> executed) {
        Announced announced = new Announced();
        try {
            new OperationRunner(log::add, announced).run(operation, false);
        } catch (Failure e) {
            log.add(e.getMessage());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        announced.assertHolds(executed);
    }

    /** Each statement fails in turn, before or after it has had its effect, in every way that the operations tell apart. */
    private interface Scene {
        void run(int cut, boolean done, Failure failure);
    }

    private static void everywhere(int statements, int[] errors, Scene scene) {
        for (int cut = 0; cut <= statements; cut++) {
            for (boolean done : new boolean[] {false, true}) {
                for (int error : errors) {
                    scene.run(cut, done, Failure.sql(Failure.Code.SQL, error, "no"));
                }
                scene.run(cut, done, Failure.of(Failure.Code.CONNECTION_LOST, "cut"));
            }
        }
    }

    @Test
    void whileMirroringIsRemoved() {
        everywhere(3, ERRORS, (cut, done, failure) -> {
            ScriptedServer server = new ScriptedServer("SQLB\\RTC");
            server.mirroring.put("mgc", new Object[] {"PRINCIPAL", "SYNCHRONIZED"});
            server.mirroring.put("mgccomp", new Object[] {"PRINCIPAL", "SYNCHRONIZED"});
            server.session.failAt(cut, done, failure);
            holds(
                    new RemoveMirroring(
                            new RemoveMirroring.Request(SqlTarget.of("sqlb"), null), server.session, s -> {}),
                    server.session.executed());
        });
    }

    @Test
    void duringABackupThatIsBegunOrFollowed() {
        everywhere(3, ERRORS, (cut, done, failure) -> {
            for (boolean running : new boolean[] {false, true}) {
                ScriptedServer server = new ScriptedServer("SQLB\\RTC");
                server.headerWith("ServerName", server.name);
                if (running) {
                    running(server, "BACKUP DATABASE");
                    backsUpMeanwhile(server);
                }
                server.session.failAt(cut, done, failure);
                holds(
                        new BackupDatabase(
                                BackupDatabase.Request.of(SqlTarget.of("sqlb"), "\\\\nas\\pchat"),
                                server.session,
                                new OperationId("b-1"),
                                s -> {}),
                        server.session.executed());
                assertTrue(cut > 0 || !server.session.executed().isEmpty(), log.toString());
            }
        });
    }

    private static void running(ScriptedServer server, String command) {
        server.running.add(row("session_id", 60, "command", command, "percent_complete", 40f));
        server.running.add(row("session_id", 60, "command", command, "percent_complete", 70f));
    }

    private static void backsUpMeanwhile(ScriptedServer server) {
        server.session.answer(
                "msdb.dbo.backupset AS s\\s+JOIN msdb.dbo.backupmediafamily",
                p -> server.running.isEmpty()
                        ? List.of(
                                server.backupRow("pchat-failback b-1 " + server.stamp(), "\\\\nas\\pchat\\another.bak"))
                        : List.of());
    }

    @Test
    void duringARestoreThatIsBegunOrFollowed() {
        everywhere(6, ERRORS, (cut, done, failure) -> {
            for (boolean running : new boolean[] {false, true}) {
                ScriptedServer server = new ScriptedServer("SQLA\\RTC");
                server.headerWith("RecoveryModel", "SIMPLE");
                server.asyncStatistics = true;
                server.orphans.add(ScriptedRows.orphan("rtc", "SQL_USER", "rtc"));
                server.orphans.add(ScriptedRows.orphan("it's]", "SQL_USER", "it's]"));
                server.session.effect("SINGLE_USER", (sql, console) -> server.userAccess = "SINGLE_USER");
                if (running) {
                    running(server, "RESTORE DATABASE");
                }
                server.session.failAt(cut, done, failure);
                holds(
                        new RestoreDatabase(
                                RestoreDatabase.Request.of(SqlTarget.of("sqla"), "\\\\nas\\pchat\\f.bak"),
                                server.session,
                                new OperationId("r-1"),
                                s -> {}),
                        server.session.executed());
            }
        });
    }

    @Test
    void duringATrialThatFindsALeftoverOrFollowsItsOwnRestore() {
        everywhere(6, new int[] {3702, 3203, 8939}, (cut, done, failure) -> {
            for (boolean running : new boolean[] {false, true}) {
                TrialTest trial = new TrialTest() {};
                trial.theServerHasRoomForATrial();
                trial.made("RESTORING");
                if (running) {
                    running(trial.server, "RESTORE DATABASE");
                }
                trial.server.session.failAt(cut, done, failure);
                holds(trial.operation(), trial.server.session.executed());
                assertTrue(cut > 0 || trial.trial == null, log.toString());
            }
        });
    }

    @Test
    void whileLogShippingIsConfiguredAnewOrGoneOnWith() {
        everywhere(24, new int[] {3101, 22048}, (cut, done, failure) -> {
            for (boolean running : cut < 6 ? new boolean[] {false, true} : new boolean[] {false}) {
                ScriptedShipping lab = new ScriptedShipping();
                if (running) {
                    running(lab.primary.server, "BACKUP DATABASE");
                    lab.primary.session.answer("sys.dm_exec_requests", p -> {
                        if (!lab.primary.server.running.isEmpty()) {
                            return List.of(lab.primary.server.running.remove(0));
                        }
                        if (lab.primary.server.backups.isEmpty()) {
                            lab.backedUp(
                                    "pchat-failback " + ScriptedShipping.ID, ScriptedShipping.SHARE + "\\earlier.bak");
                        }
                        return List.of();
                    });
                }
                ScriptedSession failing = cut % 2 == 0 ? lab.primary.session : lab.secondary.session;
                failing.failAt(cut / 2, done, failure);
                holds(lab.operation(), lab.executed());
            }
        });
    }

    /** What holds operations to their plans must be able to fail. */
    @Test
    void aStatementThatWasNotShownIsFound() {
        Announced announced = new Announced();
        Plan plan =
                Plan.of(new PlannedAction("SQLA", "tie", "ALTER USER [<user>] WITH LOGIN = [<user>]", false, c -> {}));
        announced.saw(new Trace(
                "1",
                "t",
                false,
                List.of(),
                Map.of(),
                plan.actions().stream()
                        .map(a -> new Trace.Action(a.where(), a.text(), a.statement(), false, null, null, false, null))
                        .toList(),
                List.of()));
        announced.assertHolds(List.of("ALTER USER [x] WITH LOGIN = [x]"));
        assertThrows(AssertionError.class, () -> announced.assertHolds(List.of("ALTER USER [x] WITH LOGIN = [x];--")));
        assertThrows(AssertionError.class, () -> announced.assertHolds(List.of("DROP DATABASE [mgc]")));
    }
}
