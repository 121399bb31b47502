package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.sql.JdbcServers;
import io.jenkins.plugins.pchat.engine.sql.RecordingSession;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.LabSettings;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Holds.Hold;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The failback is tried in daylight, through the real driver against the lab's SQL Servers, while users chat. */
@Timeout(120)
class TrialOnTheLabTest {

    private static final Pattern ONLY_OURS =
            Pattern.compile("(RESTORE DATABASE|DROP DATABASE) \\[mgc_trial\\].*", Pattern.DOTALL);

    private final Runs runs = new Runs();
    private DataCentres lab;
    private SqlTarget backup;
    private SqlTarget primary;
    private String path;

    @BeforeEach
    void takeATrialBackup() throws Exception {
        lab = DataCentres.start(LabSettings.of(200));
        backup = new SqlTarget(lab.servers().backupAddress(), SqlTarget.Encrypt.TRUE, true, null);
        primary = new SqlTarget(lab.servers().primaryAddress(), SqlTarget.Encrypt.TRUE, true, null);
        path = run(
                        new BackupDatabase.Request(
                                backup, null, DatabaseServers.SHARE, true, null, 5, null, null, null, null, true),
                        "b-1")
                .path();
    }

    /** Whatever became of the trial: it names its own database wherever it changes something. */
    @AfterEach
    void nothingElseWasTouched() throws Exception {
        List<Journal.Entry> others = lab.journal()
                .entries(e -> e.kind() == Journal.Kind.WRITE
                        && e.who().startsWith("pchat-failback t-")
                        && !ONLY_OURS.matcher(e.text()).matches());
        lab.close();
        assertEquals(List.of(), others);
    }

    private Outcome run(SqlRequest request, String id) throws Exception {
        OperationId operation = new OperationId(id);
        List<String> executed = new ArrayList<>();
        try (SqlSession session = new JdbcServers()
                .open(request.targets().get(0), new SqlLogin(DatabaseServers.LOGIN, lab.password()), operation)) {
            List<SqlSession> sessions = List.of(new RecordingSession(session, executed));
            return runs.run(QuickOperations.of(request, sessions, operation));
        } finally {
            runs.announced(executed);
        }
    }

    private TrialRestore.Request trial() {
        return new TrialRestore.Request(primary, null, path, DatabaseServers.BACKUP, 5, null);
    }

    private boolean isThere(String file) throws Exception {
        Path real = lab.servers().storage().resolve("SQLA", file);
        return Files.exists(real);
    }

    @Test
    void restoresChecksCountsAndDropsAndLeavesNothing() throws Exception {
        Outcome tried = run(trial(), "t-1");

        assertEquals("TRIAL", tried.state());
        assertTrue((Long) tried.details().get("rows") > 0, tried.toString());
        assertTrue(tried.details().containsKey("checkSeconds"), tried.toString());
        for (Object file : ((Map<?, ?>) tried.details().get("files")).values()) {
            assertTrue(((String) file).contains("\\pchat-trial-mgc-"), tried.toString());
            assertFalse(isThere((String) file), (String) file);
        }
        assertTrue(run(trial(), "t-2").changed());
    }

    @Test
    void theRestoreItselfRefusesTheBackupOfATrial() {
        Failure failure = assertThrows(Failure.class, () -> run(RestoreDatabase.Request.of(primary, path), "r-1"));

        assertTrue(failure.getMessage().contains("(guard backup-not-trial)"), failure.getMessage());
    }

    @Test
    void damageIsFoundAndNothingIsLeft() throws Exception {
        lab.faults().arm(Fault.PAGES_DAMAGED);

        Failure failure = assertThrows(Failure.class, () -> run(trial(), "t-1"));

        assertEquals(8939, failure.sqlNumber(), failure.getMessage());
        assertTrue(failure.stateLeft().contains("mgc_trial does not exist"), failure.getMessage());
    }

    @Test
    void anAbortInTheMiddleOfTheRestoreLeavesNothing() throws Exception {
        Hold half = lab.faults().holds().at("half of RESTORE DATABASE");
        Thread build = Thread.currentThread();
        Thread abort = new Thread(() -> {
            try {
                half.awaitReached();
                build.interrupt();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        abort.start();

        assertThrows(InterruptedException.class, () -> run(trial(), "t-1"));
        abort.join();
        half.release();

        assertTrue(runs.text().contains("mgc_trial is dropped, and its files are deleted."), runs.text());
        assertTrue(run(trial(), "t-2").changed());
    }

    @Test
    void whatTheDeathOfTheServerLeavesIsDroppedByTheNextTrial() throws Exception {
        lab.faults().arm(Fault.SERVER_KILLED);
        assertEquals(
                Failure.Code.CONNECTION_LOST,
                assertThrows(Failure.class, () -> run(trial(), "t-1")).code());
        lab.faults().disarm();

        assertEquals("TRIAL", again().state());
        assertTrue(runs.text().contains("a trial has made it, and the next one drops it first"), runs.text());
    }

    /** As a person does who starts a step again: not before the server answers again. */
    private Outcome again() throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return run(trial(), "t-2");
            } catch (Failure e) {
                if (attempt == 50 || e.code() != Failure.Code.CONNECT) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }
}
