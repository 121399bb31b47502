package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.lab.wire.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much of an honest answer is kept, and where it ends. */
@Timeout(60)
class AnswerLimitsTest {

    private ServerDouble server;

    @BeforeEach
    void start() throws Exception {
        server = new ServerDouble();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aTextWithoutADeclaredLengthIsReadWhole() throws Exception {
        String text = "\u00E4 long one; ".repeat(10_000);
        server.on("FROM t", (reply, parameters, link) -> {
            reply.columns(List.of(Column.nvarchar("v", 0), Column.nvarchar("w", 0)));
            reply.row(Arrays.asList(text, null));
            reply.endOfRows();
        });
        try (SqlSession session = server.open()) {
            SqlRow row = session.query("SELECT v, w FROM t").get(0);
            assertEquals(text, row.text("v"));
            assertEquals(null, row.text("w"));
        }
    }

    @Test
    void aTypeThatNothingAsksForIsRefused() throws Exception {
        server.on("FROM t", (reply, parameters, link) -> {
            reply.columns(List.of(Column.of("v", Column.Type.SQL_VARIANT)));
            reply.row(List.of("x"));
            reply.endOfRows();
        });
        try (SqlSession session = server.open()) {
            Failure failure = assertThrows(Failure.class, () -> session.query("SELECT v FROM t"));
            assertTrue(failure.what().contains("a type that was not asked for, and was cut off."), failure.what());
            assertTrue(failure.code() == Failure.Code.CONNECTION_LOST);
        }
    }

    @Test
    void theThousandthMessageIsTheLastThatIsShown() throws Exception {
        server.on("EXEC chatty", (reply, parameters, link) -> {
            reply.info(3211, 1, 0, "99999999999999999999 percent processed.", 1);
            for (int i = 0; i < ServerMessages.MOST_LINES + 500; i++) {
                reply.info(50000, 1, 0, "message\n" + i + "\u001B[8mha:", 1);
            }
            reply.done();
        });
        List<String> lines = new ArrayList<>();
        try (SqlSession session = server.open()) {
            session.execute("EXEC chatty", lines::add);
        }
        assertEquals(ServerMessages.MOST_LINES + 1, lines.size());
        assertEquals("message 0?[8mha:", lines.get(1));
        assertEquals("The server's further messages are not shown.", lines.get(ServerMessages.MOST_LINES));
    }

    @Test
    void ofManyErrorsTheFirstIsToldAndAFewBesides() throws Exception {
        server.on("EXEC broken", (reply, parameters, link) -> {
            for (int i = 0; i < 1_000; i++) {
                reply.error(50000 + i, 1, 16, "broken ".repeat(200) + i, 1);
            }
            reply.done();
        });
        try (SqlSession session = server.open()) {
            Failure failure = assertThrows(Failure.class, () -> session.execute("EXEC broken", Console.SILENT));
            assertEquals(50000, failure.sqlNumber());
            assertTrue(failure.what().length() < 10_000, failure.what());
            assertEquals(1, session.query("SELECT @@SPID AS session_id").size(), "the session goes on");
        }
    }

    @Test
    void aRowSaysWhatIsWrongWithIt() {
        SqlRow row = ScriptedSession.row("n", "twelve", "t", 5, "big", new java.math.BigDecimal("9e30"), "none", null);
        assertEquals(
                "the column n holds 'twelve' instead of a number",
                assertThrows(IllegalArgumentException.class, () -> row.number("n"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> row.time("t"));
        assertThrows(IllegalArgumentException.class, () -> row.moment("none"));
        assertThrows(IllegalArgumentException.class, () -> row.number("big"));
        assertThrows(IllegalArgumentException.class, () -> row.whole("none"));
        assertThrows(IllegalArgumentException.class, () -> row.word("none"));
        assertThrows(IllegalArgumentException.class, () -> row.decimal("n"));
        assertThrows(IllegalArgumentException.class, () -> row.text("other"));
        assertThrows(IllegalArgumentException.class, () -> row.value(4));
        assertThrows(IllegalArgumentException.class, () -> SqlRow.first(List.of()));
    }
}
