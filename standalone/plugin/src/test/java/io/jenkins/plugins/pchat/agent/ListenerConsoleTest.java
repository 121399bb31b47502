package io.jenkins.plugins.pchat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.TaskListener;
import io.jenkins.plugins.pchat.engine.PlainText;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ListenerConsoleTest {

    @Test
    void pushesEachLineOnAtOnce() {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        PrintStream held = new PrintStream(new BufferedOutputStream(seen, 1000), false, StandardCharsets.UTF_8);
        TaskListener listener = () -> held;

        new ListenerConsole(listener).line("5 %");

        assertEquals("5 %", seen.toString(StandardCharsets.UTF_8).strip());
    }

    /** Jenkins takes {@code ESC[8mha:} for one of its own notes, which it deserializes. */
    @Test
    void nothingInALineIsForJenkinsOrATerminalOrASecondLine() {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        PrintStream log = new PrintStream(seen, false, StandardCharsets.UTF_8);
        TaskListener listener = () -> log;

        new ListenerConsole(listener)
                .line("  a\r\nFinished: SUCCESS\u001B[8mha:////4AAA\u001B[0m\u202E" + "x".repeat(100_000));

        String line = seen.toString(StandardCharsets.UTF_8);
        assertTrue(line.startsWith("  a Finished: SUCCESS?[8mha:////4AAA?[0m?xxx"), line);
        assertEquals(1, line.lines().count());
        assertTrue(
                line.length() <= PlainText.LONGEST_LINE + System.lineSeparator().length());
    }
}
