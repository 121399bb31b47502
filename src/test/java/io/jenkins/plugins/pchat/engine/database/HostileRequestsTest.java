package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Fuzz;
import io.jenkins.plugins.pchat.engine.Hostile;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.Trace;
import io.jenkins.plugins.pchat.engine.sql.Quoted;
import io.jenkins.plugins.pchat.engine.sql.ScriptedSession;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import org.junit.jupiter.api.Test;

/** Whatever a pipeline gives to a step: the request refuses it with a sentence, or the plan differs from a harmless one in that value alone. */
class HostileRequestsTest {

    private static final SqlTarget TARGET = SqlTarget.of("sqlb\\RTC");
    private static final String FOLDER = "\\\\nas\\";

    /** The statements of the plan that a request leads to on a server where all is well. */
    private static List<String> plan(SqlRequest request) {
        ScriptedServer server = new ScriptedServer("SQLB\\RTC");
        server.headerWith("ServerName", "SQLA\\RTC", "DatabaseName", database(request));
        for (String name : List.of("mgc", Quoted.HARMLESS, database(request))) {
            server.mirroring.put(name, new Object[] {"PRINCIPAL", "SYNCHRONIZED"});
        }
        if (!(request instanceof RemoveMirroring.Request)) {
            server.mirroring.clear();
        }
        server.absent.add(TrialFiles.database(database(request)));
        anyPath(server.session);
        server.session.answer("xp_fileexist N'.*pchat-trial-", p -> List.of(ScriptedAnswers.exist(false, false)));
        List<Trace> traces = new ArrayList<>();
        try {
            new OperationRunner(line -> {}, traces::add)
                    .run(request.on(List.of(server.session), new OperationId("b-1")), true);
        } catch (Exception e) {
            throw new AssertionError(request.toString(), e);
        }
        return traces.get(traces.size() - 1).actions().stream()
                .map(Trace.Action::statement)
                .toList();
    }

    private static String database(SqlRequest request) {
        return request instanceof RestoreDatabase.Request restore
                ? restore.database()
                : request instanceof TrialRestore.Request trial
                        ? trial.database()
                        : request instanceof RemoveMirroring.Request remove
                                ? remove.databases().get(0)
                                : ((BackupDatabase.Request) request).database();
    }

    private static SqlRequest trial(String database, String backup) {
        return new TrialRestore.Request(TARGET, database, backup, null, 5, CheckDb.FULL);
    }

    private static void anyPath(ScriptedSession session) {
        session.answer("xp_fileexist", p -> List.of(ScriptedAnswers.exist(false, true)));
    }

    private static void check(String value, Function<String, SqlRequest> request) {
        SqlRequest hostile;
        try {
            hostile = request.apply(value);
        } catch (IllegalArgumentException refused) {
            isASentence(refused.getMessage());
            return;
        }
        List<String> statements = plan(hostile);
        List<String> harmless = plan(request.apply(Quoted.HARMLESS));
        assertEquals(harmless.size(), statements.size());
        for (int i = 0; i < statements.size(); i++) {
            Quoted.assertOnlyDiffers(value, harmless.get(i), statements.get(i));
        }
    }

    static void isASentence(String message) {
        assertTrue(PlainText.isPlain(message), message);
        assertTrue(message.length() < 700, message);
        assertTrue(message.contains(" "), message);
    }

    @Fuzz
    void theDatabase(@ForAll(supplier = Hostile.class) String value) {
        String name = value.isBlank() || value.equalsIgnoreCase(DatabaseName.MGC) ? "x" : value;
        check(name, it -> new RemoveMirroring.Request(TARGET, List.of(it)));
        check(name, it -> new RestoreDatabase.Request(TARGET, it, FOLDER + "share\\f.bak", null, 5));
        check(name, it -> trial(it, FOLDER + "share\\f.bak"));
    }

    @Fuzz
    void theShare(@ForAll(supplier = Hostile.class) String given) {
        // One backslash at the end is taken off, for people write it.
        String value = given.isEmpty() || given.endsWith("\\") ? given + "x" : given;
        check(value, it -> BackupDatabase.Request.of(TARGET, FOLDER + it));
        check(value, it -> BackupDatabase.Request.of(TARGET, FOLDER + "share\\" + it));
    }

    @Fuzz
    void theBackupFile(@ForAll(supplier = Hostile.class) String value) {
        check(value, it -> new RestoreDatabase.Request(TARGET, null, FOLDER + "share\\" + it + "\\f.bak", null, 5));
        check(value, it -> new RestoreDatabase.Request(TARGET, null, FOLDER + "share\\" + it, null, 5));
        check(value, it -> trial(null, FOLDER + "share\\" + it + "\\f.bak"));
        isRefusedOrPlain(value, it -> new RestoreDatabase.Request(TARGET, null, it, null, 5));
    }

    private static void isRefusedOrPlain(String value, Function<String, SqlRequest> request) {
        try {
            request.apply(value);
            assertTrue(value.isBlank() || PlainText.isPlain(value), value);
        } catch (IllegalArgumentException refused) {
            isASentence(refused.getMessage());
        }
    }

    @Fuzz
    void theDescription(@ForAll(supplier = Hostile.class) String value) {
        String line = value.strip();
        check(
                line.isEmpty() ? "x" : line,
                it -> new BackupDatabase.Request(
                        TARGET, null, FOLDER + "share", true, null, 5, null, null, it, null, false));
    }

    @Fuzz
    void theInstanceAndTheSource(@ForAll(supplier = Hostile.class) String value) {
        try {
            String instance = SqlTarget.of(value).instance();
            assertTrue(instance.matches("[A-Za-z0-9._$#,\\\\-]+"), instance);
        } catch (IllegalArgumentException refused) {
            isASentence(refused.getMessage());
        }
        isRefusedOrPlain(value, it -> new RestoreDatabase.Request(TARGET, null, FOLDER + "share\\f.bak", it, 5));
    }

    /** A pattern with a group for each folder needs a deeper stack for each. */
    @Test
    void aPathOfAMillionFoldersIsRefusedAndNotAStackOverflow() {
        String endless = "\\a".repeat(1_000_000);
        assertThrows(IllegalArgumentException.class, () -> UncPath.folder("\\\\nas\\share" + endless));
        assertThrows(IllegalArgumentException.class, () -> new CopyFolder("D:" + endless));
    }
}
