package io.jenkins.plugins.pchat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hudson.model.TaskListener;
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
}
