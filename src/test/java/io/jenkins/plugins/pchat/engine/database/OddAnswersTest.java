package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Fuzz;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.OddServer;
import io.jenkins.plugins.pchat.engine.sql.OddServers;
import io.jenkins.plugins.pchat.engine.sql.ScriptedSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.List;
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

    @Provide
    Arbitrary<List<String>> texts() {
        return OddServers.texts();
    }

    @Provide
    Arbitrary<Double> rate() {
        return OddServers.rates();
    }

    @Fuzz
    void whileMirroringIsRemoved(
            @ForAll long seed, @ForAll("rate") double rate, @ForAll("texts") @Size(min = 1) List<String> texts) {
        ScriptedServer server = new ScriptedServer("SQLB\\RTC");
        server.mirroring.put("mgc", new Object[] {"PRINCIPAL", "SYNCHRONIZED"});
        server.mirroring.put("mgccomp", new Object[] {"PRINCIPAL", "SUSPENDED"});
        OddServer odd = new OddServer(server.session, seed, rate, texts);
        OddServers.run(new RemoveMirroring(new RemoveMirroring.Request(SqlTarget.of("sqlb"), null), odd, s -> {}), odd);
    }

    @Fuzz
    void duringABackup(@ForAll long seed, @ForAll("rate") double rate, @ForAll("texts") List<String> texts) {
        ScriptedServer server = new ScriptedServer("SQLB\\RTC");
        if (seed % 3 == 0) {
            server.backups.add(server.backupRow("pchat-failback o-1", "\\\\nas\\pchat\\old.bak"));
            server.headerWith("ServerName", server.name);
        }
        OddServer odd = new OddServer(server.session, seed, rate, texts);
        OddServers.run(
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
        OddServers.run(
                new RestoreDatabase(
                        RestoreDatabase.Request.of(SqlTarget.of("sqla"), "\\\\nas\\pchat\\f.bak"), odd, ID, s -> {}),
                odd);
    }

    @Fuzz
    void duringATrial(@ForAll long seed, @ForAll("rate") double rate, @ForAll("texts") List<String> texts) {
        TrialTest trial = new TrialTest() {};
        trial.server.session.answer("xp_fileexist", p -> List.of(ScriptedAnswers.exist(false, false)));
        trial.theServerHasRoomForATrial();
        if (seed % 3 == 0) {
            trial.made(seed % 2 == 0 ? "ONLINE" : "RESTORING");
        }
        OddServer odd = new OddServer(trial.server.session, seed, rate, texts);
        OddServers.run(new TrialRestore(trial.request(null, CheckDb.PHYSICAL), odd, ID, s -> {}), odd);
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
        OddServers.run(
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
