package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Fuzz;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.Oddity;
import io.jenkins.plugins.pchat.engine.sql.ScriptedSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.List;
import net.jqwik.api.ForAll;

/**
 * Servers that answer something else than they should, in any of the values that are read, and whose statements fail. Each operation ends well or with a
 * failure that a person can read; nothing runs that the plan has not shown; every statement is T-SQL whose quotes hold.
 */
class OddAnswersTest {

    private static final OperationId ID = new OperationId("o-1");

    @Fuzz
    void whileMirroringIsRemoved(@ForAll(supplier = Oddity.Any.class) Oddity odd) {
        ScriptedServer server = new ScriptedServer("SQLB\\RTC");
        server.mirroring.put("mgc", new Object[] {"PRINCIPAL", "SYNCHRONIZED"});
        server.mirroring.put("mgccomp", new Object[] {"PRINCIPAL", "SUSPENDED"});
        RemoveMirroring.Request request = new RemoveMirroring.Request(SqlTarget.of("sqlb"), null);
        odd.during(s -> new RemoveMirroring(request, s.get(0), seconds -> {}), server.session);
    }

    @Fuzz
    void duringABackup(@ForAll(supplier = Oddity.Any.class) Oddity odd) {
        ScriptedServer server = new ScriptedServer("SQLB\\RTC");
        if (odd.seed() % 3 == 0) {
            server.backups.add(server.backupRow("pchat-failback o-1", "\\\\nas\\pchat\\old.bak"));
            server.headerWith("ServerName", server.name);
        }
        BackupDatabase.Request request = BackupDatabase.Request.of(SqlTarget.of("sqlb"), "\\\\nas\\pchat");
        odd.during(s -> new BackupDatabase(request, s.get(0), ID, seconds -> {}), server.session);
    }

    @Fuzz
    void duringARestore(@ForAll(supplier = Oddity.Any.class) Oddity odd) {
        ScriptedServer server = new ScriptedServer("SQLA\\RTC");
        String text = odd.texts().get(0);
        server.headerWith("RecoveryModel", odd.seed() % 2 == 0 ? "FULL" : "SIMPLE");
        server.owner = odd.seed() % 5 == 0 ? text : "sa";
        server.asyncStatistics = odd.seed() % 3 == 0;
        server.orphans.add(ScriptedRows.orphan(text, "SQL_USER", text));
        server.orphans.add(ScriptedRows.orphan("it's]", "SQL_USER", "x"));
        RestoreDatabase.Request request = RestoreDatabase.Request.of(SqlTarget.of("sqla"), "\\\\nas\\pchat\\f.bak");
        odd.during(s -> new RestoreDatabase(request, s.get(0), ID, seconds -> {}), server.session);
    }

    @Fuzz
    void duringATrial(@ForAll(supplier = Oddity.Any.class) Oddity odd) {
        TrialTest trial = new TrialTest() {};
        trial.server.session.answer("xp_fileexist", p -> List.of(ScriptedAnswers.exist(false, false)));
        trial.theServerHasRoomForATrial();
        if (odd.seed() % 3 == 0) {
            trial.made(odd.seed() % 2 == 0 ? "ONLINE" : "RESTORING");
        }
        TrialRestore.Request request = TrialTest.request(null, CheckDb.PHYSICAL);
        odd.during(s -> new TrialRestore(request, s.get(0), ID, seconds -> {}), trial.server.session);
    }

    @Fuzz
    void whileLogShippingIsConfigured(@ForAll(supplier = Oddity.Any.class) Oddity odd) {
        ScriptedShipping lab = new ScriptedShipping();
        for (ScriptedEnd end : List.of(lab.primary, lab.secondary)) {
            end.session.answer("AS sessions FROM sys.sysprocesses", ScriptedSession.row("sessions", 1));
        }
        ConfigureLogShipping.Request request = lab.request(null);
        odd.during(
                s -> new ConfigureLogShipping(request, s.get(0), s.get(1), lab.id, seconds -> {}),
                lab.primary.session,
                lab.secondary.session);
    }
}
