package io.jenkins.plugins.pchat.agent;

import io.jenkins.plugins.pchat.engine.Trace;
import io.jenkins.plugins.pchat.engine.Watch;
import io.jenkins.plugins.pchat.record.TraceJson;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads the lines of a {@link TraceSender} and shows each trace to a watch. What an agent sends that is none is dropped. */
final class TraceReceiver extends OutputStream {

    private static final Logger LOGGER = Logger.getLogger(TraceReceiver.class.getName());

    /** A trace has some ten kilobytes; an agent that sends more must not fill the controller's memory. */
    static final int LONGEST_LINE = 4 * 1024 * 1024;

    private final Watch watch;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;

    TraceReceiver(Watch watch) {
        this.watch = watch;
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            end();
        } else if (line.size() < LONGEST_LINE) {
            line.write(b);
        } else {
            tooLong = true;
        }
    }

    private void end() {
        String text = line.toString(StandardCharsets.UTF_8).strip();
        boolean usable = !tooLong && !text.isEmpty();
        line.reset();
        tooLong = false;
        if (usable) {
            show(text);
        }
    }

    private void show(String text) {
        Trace trace;
        try {
            trace = TraceJson.read(text);
        } catch (IllegalArgumentException e) {
            LOGGER.log(Level.WARNING, "An agent sent something that is no trace of an operation: {0}", e.getMessage());
            return;
        }
        watch.saw(trace);
    }
}
