package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Holds.Hold;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was written to the secondary since the hand-over backup is never overwritten, whenever it was written. */
@Timeout(120)
class LogShippingFenceOnTheLabTest {

    private static final String CHANGE = "UPDATE messages SET number = 30 WHERE number = 3";

    @TempDir
    Path root;

    private LogShippingServers lab;

    @BeforeEach
    void start() throws Exception {
        lab = new LogShippingServers(root);
        lab.handOver();
    }

    @AfterEach
    void end() throws Exception {
        lab.close();
    }

    private Failure fails() {
        Failure failure = assertThrows(Failure.class, () -> lab.run(lab.shipping(), "shipping-1"));
        assertEquals("ONLINE", lab.backup.databaseState("mgc"));
        assertEquals(
                Database.Access.MULTI_USER, lab.backup.databases().find("mgc").access());
        assertTrue(lab.journal
                .entries(entry ->
                        entry.kind() == Journal.Kind.WRITE && entry.text().contains("REPLACE, NORECOVERY"))
                .isEmpty());
        return failure;
    }

    @Test
    void aRowThatWasChangedSinceIsSeen() {
        lab.backup.run("mgc", CHANGE);

        String message = fails().getMessage();

        assertTrue(message.contains("guard secondary-unchanged"), message);
        assertTrue(message.contains("1 write was counted since"), message);
    }

    /** As many rows as before, in the same tables. */
    @Test
    void aRowThatTookThePlaceOfAnotherIsSeen() {
        lab.backup.run("mgc", "DELETE FROM messages WHERE number = 3");
        lab.backup.run("mgc", "INSERT INTO messages VALUES (4)");

        assertTrue(fails().getMessage().contains("2 writes were counted since"));
    }

    @Test
    void aWriteAfterARestartOfTheInstanceIsSeen() throws Exception {
        lab.backup.restart();
        lab.backup.run("mgc", CHANGE);

        String message = fails().getMessage();

        assertTrue(message.contains("1 write was counted since the instance was started again"), message);
    }

    @Test
    void aRestartAloneIsNoWrite() throws Exception {
        lab.backup.restart();

        assertTrue(lab.run(lab.shipping(), "shipping-1").changed());
    }

    @Test
    void aWriteInTheLastMomentIsSeen() throws Exception {
        Hold last = lab.faults.holds().at("begin USE [mgc];\nALTER DATABASE [mgc] SET SINGLE_USER");
        FutureTask<Outcome> shipping = inTheBackground(() -> lab.run(lab.shipping(), "shipping-1"));
        last.awaitReached();
        lab.backup.run("mgc", CHANGE);
        last.release();

        Failure failure =
                (Failure) assertThrows(ExecutionException.class, shipping::get).getCause();

        assertEquals(Failure.Code.REFUSED, failure.code(), failure.getMessage());
        assertTrue(
                failure.what().contains("dbo.messages has 3 rows as before, and was changed by 1 write"),
                failure.getMessage());
        assertEquals("ONLINE", lab.backup.databaseState("mgc"));
        assertEquals(
                Database.Access.MULTI_USER, lab.backup.databases().find("mgc").access());
    }

    @Test
    void damageOfThePrimaryIsFoundBeforeAnythingIsOverwritten() {
        lab.faults.arm(Fault.PAGES_DAMAGED);

        Failure failure = fails();

        assertEquals(8939, failure.sqlNumber(), failure.getMessage());
        assertTrue(failure.what().contains("mgc on SQLB\\RTC is whole"), failure.getMessage());
        assertTrue(failure.getMessage().contains("restore the hand-over backup there again"), failure.getMessage());
    }

    @Test
    void rowsAloneDecideWhenTheBackupHasNoMark() throws Exception {
        lab.handOverByHand();
        lab.backup.run("mgc", CHANGE);

        assertTrue(lab.run(lab.shipping(), "shipping-1").changed());
        assertTrue(lab.text().contains("the rows alone are compared"), lab.text());
    }

    @Test
    void morePrimaryRowsAreToldAndNotRefused() throws Exception {
        lab.primary.run("mgc", "INSERT INTO messages VALUES (5)");

        assertTrue(lab.run(lab.shipping(), "shipping-1").changed());
        assertTrue(
                lab.text().contains("dbo.messages has 4 rows on SQLA\\RTC and 3 on SQLB\\RTC: somebody may have put"),
                lab.text());
        assertFalse(lab.text().contains("the rows alone are compared"), lab.text());
    }

    private static FutureTask<Outcome> inTheBackground(Callable<Outcome> work) {
        FutureTask<Outcome> task = new FutureTask<>(work);
        new Thread(task, "shipping").start();
        return task;
    }
}
