package io.jenkins.plugins.pchat.host;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The log of one build as Jenkins prints it; it can be written to from any thread, and read while it grows. */
public final class BuildLog {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final PrintStream stream;

    /** @param echo where each byte also goes at once */
    public BuildLog(PrintStream echo) {
        this.stream = new PrintStream(new Both(echo), true, StandardCharsets.UTF_8);
    }

    public void line(String text) {
        stream.println(text);
    }

    /** A line about the pipeline itself, which Jenkins marks. */
    void pipeline(String text) {
        line("[Pipeline] " + text);
    }

    /** What a step writes to. */
    PrintStream stream() {
        return stream;
    }

    public String text() {
        synchronized (kept) {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }

    private final class Both extends OutputStream {

        private final PrintStream echo;

        Both(PrintStream echo) {
            this.echo = echo;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            synchronized (kept) {
                kept.write(bytes, offset, length);
            }
            echo.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            echo.flush();
        }
    }
}
