package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Announced;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Fuzz;
import io.jenkins.plugins.pchat.engine.Hostile;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.sql.OddServer;
import io.jenkins.plugins.pchat.engine.sql.ScriptedSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/**
 * Servers that answer something else than they should, in any of the values that are read, and whose statements fail. Each operation ends well or with a
 * failure that a person can read; nothing runs that the plan has not shown; every statement is T-SQL whose quotes hold.
 */
class OddAnswersTest {

    private static final OperationId ID = new OperationId("o-1");
    private static final double SELDOM = 0.02;

    private final List<String> log = new ArrayList<>();

    @Provide
    Arbitrary<List<String>> texts() {
        return Hostile.texts().list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<Double> rate() {
        return Arbitraries.of(0.0, SELDOM / 4, SELDOM, 5 * SELDOM);
    }

    private void run(Operation<?> operation, OddServer... servers) {
        Announced announced = new Announced();
        log.clear();
        try {
            new OperationRunner(log::add, announced).run(operation, false);
        } catch (Failure e) {
            assertFalse(e.getMessage().contains("Exception"), e.getMessage());
            e.getMessage().lines().forEach(line -> assertTrue(PlainText.isPlain(line), line));
            assertTrue(e.getMessage().length() < 200_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        for (String line : log) {
            assertTrue(PlainText.isPlain(line) && line.length() <= PlainText.LONGEST_LINE, line);
        }
        List<String> executed = new ArrayList<>();
        for (OddServer server : servers) {
            executed.addAll(server.executed());
        }
        announced.assertHolds(executed);
    }

    @Fuzz
    void whileMirroringIsRemoved(
            @ForAll long seed, @ForAll("rate") double rate, @ForAll("texts") @Size(min = 1) List<String> texts) {
        ScriptedServer server = new ScriptedServer("SQLB\\RTC");
        server.mirroring.put("mgc", new Object[] {"PRINCIPAL", "SYNCHRONIZED"});
        server.mirroring.put("mgccomp", new Object[] {"PRINCIPAL", "SUSPENDED"});
        OddServer odd = new OddServer(server.session, seed, rate, texts);
        run(new RemoveMirroring(new RemoveMirroring.Request(SqlTarget.of("sqlb"), null), odd, s -> {}), odd);
    }

    @Fuzz
    void duringABackup(@ForAll long seed, @ForAll("rate") double rate, @ForAll("texts") List<String> texts) {
        ScriptedServer server = new ScriptedServer("SQLB\\RTC");
        if (seed % 3 == 0) {
            server.backups.add(server.backupRow("pchat-failback o-1", "\\\\nas\\pchat\\old.bak"));
            server.headerWith("ServerName", server.name);
        }
        OddServer odd = new OddServer(server.session, seed, rate, texts);
        run(
                new BackupDatabase(BackupDatabase.Request.of(SqlTarget.of("sqlb"), "\\\\nas\\pchat"), odd, ID, s -> {}),
                odd);
    }

    @Fuzz
    void duringARestore(@ForAll long seed, @ForAll("rate") double rate, @ForAll("texts") List<String> texts) {
        ScriptedServer server = new ScriptedServer("SQLA\\RTC");
        server.headerWith("RecoveryModel", seed % 2 == 0 ? "FULL" : "SIMPLE");
        server.owner = seed % 5 == 0 ? texts.get(0) : "sa";
        server.asyncStatistics = seed % 3 == 0;
        server.orphans.add(ScriptedServer.orphan(texts.get(0), "SQL_USER", texts.get(0)));
        server.orphans.add(ScriptedServer.orphan("it's]", "SQL_USER", "x"));
        OddServer odd = new OddServer(server.session, seed, rate, texts);
        run(
                new RestoreDatabase(
                        RestoreDatabase.Request.of(SqlTarget.of("sqla"), "\\\\nas\\pchat\\f.bak"), odd, ID, s -> {}),
                odd);
    }

    @Fuzz
    void whileLogShippingIsConfigured(
            @ForAll long seed, @ForAll("rate") double rate, @ForAll("texts") List<String> texts) {
        ScriptedShipping lab = new ScriptedShipping();
        for (ScriptedEnd end : List.of(lab.primary, lab.secondary)) {
            end.session.answer("AS sessions FROM sys.sysprocesses", ScriptedSession.row("sessions", 1));
        }
        OddServer primary = new OddServer(lab.primary.session, seed, rate, texts);
        OddServer secondary = new OddServer(lab.secondary.session, seed + 1, rate, texts);
        run(
                new ConfigureLogShipping(
                        new ConfigureLogShipping.Request(
                                SqlTarget.of("sqla\\rtc"),
                                SqlTarget.of("sqlb\\rtc"),
                                null,
                                ScriptedShipping.SHARE,
                                "D:\\LogShipping",
                                null,
                                lab.settings,
                                null),
                        primary,
                        secondary,
                        lab.id,
                        s -> {}),
                primary,
                secondary);
    }
}
