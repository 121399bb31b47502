package io.jenkins.plugins.pchat.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Trace;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceJsonTest {

    private static final Trace.Action DONE =
            new Trace.Action("SQLA\\RTC", "restore", "RESTORE DATABASE [mgc]", true, 5L, 905L, false, "100 %");
    private static final Trace.Action WAITING =
            new Trace.Action("SQLA\\RTC", "attach users", "ALTER USER", false, null, null, false, null);
    private static final Trace TRACE = new Trace(
            "b4f1",
            "Restore mgc",
            false,
            List.of("mgc is RESTORING"),
            Map.of("activeServers", List.of("a", "b"), "count", 2L, "known", true),
            List.of(DONE, WAITING),
            List.of());

    @Test
    void aTraceComesBackAsItWas() {
        assertEquals(TRACE, TraceJson.read(TraceJson.write(TRACE)));
    }

    @Test
    void aTraceIsOneLineWhateverIsInIt() {
        Trace hostile = new Trace(
                "r",
                "a\r\nb\u2028c\u0085d\u0000e",
                false,
                List.of("\n", "\"}]"),
                Map.of("\n", "\n"),
                List.of(),
                List.of());

        String line = TraceJson.write(hostile);

        assertEquals(1, line.lines().count());
        assertTrue(line.chars().allMatch(c -> c >= 0x20 && c != 0x85 && c != 0x2028), line);
        assertEquals(hostile, TraceJson.read(line));
    }

    @Test
    void whatIsFarTooLongIsShortenedSoThatItCanBeRead() {
        String text = "\ud83d\ude00".repeat(100_000);
        Trace.Action action = new Trace.Action(text, text, text, false, 0L, 1L, false, text);
        Trace huge = new Trace(
                text,
                text,
                false,
                Collections.nCopies(9_000, "line"),
                Map.of(text, List.of(text)),
                List.of(action),
                List.of(text));

        Trace read = TraceJson.read(TraceJson.write(huge));

        assertEquals(Bounds.COUNT, read.before().size());
        assertTrue(read.title().endsWith("\ude00…"), "no half character");
        assertEquals(read, TraceJson.read(TraceJson.write(read)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "title", "dryRun", "before", "facts", "actions", "after"})
    void everyFieldOfATraceIsNeeded(String field) {
        JSONObject without = new JSONObject(TraceJson.write(TRACE));
        without.remove(field);

        refuses(without.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"where", "text", "statement", "destructive", "failed"})
    void everyFieldOfAnActionIsNeeded(String field) {
        JSONObject trace = new JSONObject(TraceJson.write(TRACE));
        trace.getJSONArray("actions").getJSONObject(0).remove(field);

        refuses(trace.toString());
    }

    @Test
    void aFieldThatNobodyKnowsIsRefused() {
        refuses(new JSONObject(TraceJson.write(TRACE)).put("more", 1).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "{}", "{\"run\":", "no JSON at all", "{'run':'a'}", "{\"run\":1e999999999}"})
    void garbageIsRefused(String garbage) {
        refuses(garbage);
    }

    @Test
    void somethingBehindTheTraceIsRefused() {
        refuses(TraceJson.write(TRACE) + TraceJson.write(TRACE));
    }

    @Test
    void valuesOfOtherTypesAreRefused() {
        refuses(changed("run", 7));
        refuses(changed("dryRun", "false"));
        refuses(changed("before", "a line"));
        refuses(changed("before", List.of(7)));
        refuses(changed("facts", Map.of("number", 1.5)));
        refuses(changed("facts", Map.of("nothing", JSONObject.NULL)));
        refuses(changed("facts", Map.of("a", Map.of("a", Map.of("a", Map.of("a", Map.of("a", 1)))))));
        refuses(changed("actions", List.of("an action")));
    }

    @Test
    void moreThanATraceCanHoldIsRefused() {
        refuses(changed("title", "x".repeat(Bounds.LINE + 1)));
        refuses(changed("after", Collections.nCopies(Bounds.COUNT + 1, "x")));
        refuses(changed("facts", Map.of("list", Collections.nCopies(Bounds.COUNT + 1, "x"))));
        refuses(" ".repeat(Bounds.TRACE) + TraceJson.write(TRACE));
    }

    @Test
    void anActionCannotEndBeforeItBegan() {
        refuses(withAction("ended", 4));
        refuses(withAction("begun", -1));
        refuses(withAction("begun", JSONObject.NULL));
        refuses(withAction("begun", 1.5));
    }

    private static String changed(String field, Object value) {
        return new JSONObject(TraceJson.write(TRACE)).put(field, value).toString();
    }

    private static String withAction(String field, Object value) {
        JSONObject trace = new JSONObject(TraceJson.write(TRACE));
        trace.getJSONArray("actions").getJSONObject(0).put(field, value);
        return trace.toString();
    }

    private static void refuses(String line) {
        assertThrows(IllegalArgumentException.class, () -> TraceJson.read(line), line);
    }
}
