package io.jenkins.plugins.pchat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.shell.Cmdlet;
import io.jenkins.plugins.pchat.engine.shell.Shell;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadOnlyTest {

    private final List<String> journal = new ArrayList<>();

    private final SqlSession session = new SqlSession() {
        @Override
        public String instance() {
            return "sqla";
        }

        @Override
        public List<SqlRow> query(String sql, Object... parameters) {
            journal.add(sql);
            return List.of(new SqlRow(Map.of("one", 1)));
        }

        @Override
        public void execute(String sql, Console console) {
            journal.add(sql);
        }

        @Override
        public void close() {
            journal.add("close");
        }
    };

    private final Shell shell = calls -> {
        calls.forEach(call -> journal.add(call.name()));
        return List.of();
    };

    @Test
    void aSessionReads() throws Exception {
        try (SqlSession readOnly = new ReadOnlySession(session)) {
            assertEquals(1, readOnly.query("SELECT 1").size());
            assertEquals("sqla", readOnly.instance());
        }
        assertEquals(List.of("SELECT 1", "close"), journal);
    }

    @Test
    void aSessionRefusesToExecute() {
        var refused = assertThrows(
                IllegalStateException.class, () -> new ReadOnlySession(session).execute("DROP", Console.SILENT));
        assertTrue(refused.getMessage().contains("sqla"), refused.getMessage());
        assertThrows(
                IllegalStateException.class, () -> new ReadOnlySession(session).execute("BACKUP", 1, Console.SILENT));
        assertEquals(List.of(), journal);
    }

    @Test
    void aShellRunsWhatGets() throws Exception {
        new ReadOnlyShell(shell).run(List.of(cmdlet("Get-CsPool"), cmdlet("Get-CsService")));
        assertEquals(List.of("Get-CsPool", "Get-CsService"), journal);
    }

    @Test
    void aShellRunsNothingWhenOneCallIsAnythingElse() {
        List<Cmdlet> calls = List.of(cmdlet("Get-CsPool"), cmdlet("Set-CsPersistentChatState"));
        assertThrows(IllegalStateException.class, () -> new ReadOnlyShell(shell).run(calls));
        assertEquals(List.of(), journal);
    }

    private static Cmdlet cmdlet(String name) {
        return new Cmdlet(name, Map.of(), List.of());
    }
}
