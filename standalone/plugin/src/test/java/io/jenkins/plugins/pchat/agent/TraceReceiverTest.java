package io.jenkins.plugins.pchat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hudson.util.StreamTaskListener;
import io.jenkins.plugins.pchat.engine.Trace;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceReceiverTest {

    private final List<Trace> seen = new ArrayList<>();
    private final PrintStream stream = new PrintStream(new TraceReceiver(seen::add), true, StandardCharsets.UTF_8);

    private static Trace trace(String title) {
        return new Trace("run-1", title, false, List.of("as it was"), Map.of(), List.of(), List.of());
    }

    @Test
    void getsWhatASenderSends() {
        TraceSender sender = new TraceSender(new StreamTaskListener(stream, StandardCharsets.UTF_8));
        sender.saw(trace("Back up m\u00e4c"));
        sender.saw(trace("second"));
        assertEquals(List.of(trace("Back up m\u00e4c"), trace("second")), seen);
    }

    @Test
    void dropsWhatIsNoTrace() {
        stream.println("{\"run\": 7}");
        stream.println("a stranger's line");
        new TraceSender(new StreamTaskListener(stream, StandardCharsets.UTF_8)).saw(trace("good"));
        assertEquals(List.of(trace("good")), seen);
    }

    @Test
    void dropsALineThatIsTooLongAndKeepsNoneOfIt() {
        String part = "x".repeat(1024 * 1024);
        for (int i = 0; i < 5; i++) {
            stream.print(part);
        }
        stream.println();
        new TraceSender(new StreamTaskListener(stream, StandardCharsets.UTF_8)).saw(trace("good"));
        assertEquals(List.of(trace("good")), seen);
    }
}
