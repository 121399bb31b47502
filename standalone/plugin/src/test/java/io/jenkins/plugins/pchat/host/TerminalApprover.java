package io.jenkins.plugins.pchat.host;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;

/** Asks the person at the terminal: {@code p} goes on, {@code a} aborts. The end of the input aborts too. */
public final class TerminalApprover implements Approver {

    private final BufferedReader in;
    private final PrintStream out;
    private final String person;

    public TerminalApprover(InputStream in, PrintStream out, String person) {
        this.in = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
        this.out = out;
        this.person = person;
    }

    /**
     * Whether somebody sits at a terminal. Until Java 21 no terminal means no console; from 22 on there is always
     * one, which must be asked.
     */
    public static boolean attached() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("can't ask the console whether it is a terminal", e);
        }
    }

    @Override
    public Answer answer(Question question) {
        while (true) {
            out.print(question.ok() + " (p) or Abort (a)? ");
            out.flush();
            String line = read();
            if (line == null) {
                out.println("The input has ended; that means Abort.");
                return new Answer(person, false);
            }
            switch (line.trim().toLowerCase(Locale.ROOT)) {
                case "p" -> {
                    return new Answer(person, true);
                }
                case "a" -> {
                    return new Answer(person, false);
                }
                default -> out.println("Type p to go on or a to abort, then Enter.");
            }
        }
    }

    private String read() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the answer from the terminal", e);
        }
    }
}
