package io.jenkins.plugins.pchat.engine.sql;

import com.microsoft.sqlserver.jdbc.ISQLServerMessage;
import com.microsoft.sqlserver.jdbc.ISQLServerMessageHandler;
import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.PlainText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hears what the server says while a statement runs, at the moment it says it. Called on the thread that reads the
 * response; must not throw
 * nor use the connection.
 */
final class ServerMessages implements ISQLServerMessageHandler {

    /** Errors that are kept: a batch has a handful. */
    static final int MOST_ERRORS = 100;

    /** Different messages that go to the console; a statement has a handful. */
    static final int MOST_LINES = 1_000;

    /** Messages of one statement, the same or not; beyond that the server is cut off. */
    static final int MOST_MESSAGES = 20_000;

    private static final int PERCENT_PROCESSED = 3211;

    /** Changed database, changed language: noise of the session, not of the statement. */
    private static final Set<Integer> NOISE = Set.of(5701, 5703);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    private final Console console;
    private final Progress progress;
    private final Set<String> said = new HashSet<>();
    private final List<SqlErrors.Reported> errors = new ArrayList<>();
    private final Consumer<String> flooded;
    private long lastHeard = System.nanoTime();
    private int count;

    /** @param flooded told, with each message that is too many, that there are */
    ServerMessages(Console console, Progress progress, Consumer<String> flooded) {
        this.console = console;
        this.progress = progress;
        this.flooded = flooded;
    }

    /** Of a query: its errors are kept, the rest is of no interest. */
    static ServerMessages ofQuery(Consumer<String> flooded) {
        return new ServerMessages(Console.SILENT, new Progress(Console.SILENT, 0, System::nanoTime), flooded);
    }

    @Override
    public synchronized ISQLServerMessage messageHandler(ISQLServerMessage message) {
        lastHeard = System.nanoTime();
        int number = message.getErrorNumber();
        if (++count > MOST_MESSAGES) {
            flooded.accept("it sent more than " + MOST_MESSAGES + " messages for one statement");
            return null;
        }
        String text = PlainText.line(message.getErrorMessage()).strip();
        if (message.isErrorMessage()) {
            if (errors.size() == MOST_ERRORS) {
                return null;
            }
            errors.add(new SqlErrors.Reported(number, message.getErrorSeverity(), text));
            return message;
        }
        if (number == PERCENT_PROCESSED) {
            Matcher percent = NUMBER.matcher(text);
            if (percent.find()) {
                progress.percent(Math.min(100, Integer.parseInt(percent.group())));
            }
        } else if (!NOISE.contains(number) && !text.isEmpty() && said.size() < MOST_LINES && said.add(number + text)) {
            console.line(said.size() == MOST_LINES ? "The server's further messages are not shown." : text);
        }
        // The driver would keep what is returned as a warning that nobody reads.
        return null;
    }

    /** The errors so far, in the order in which the server reported them. */
    synchronized List<SqlErrors.Reported> errors() {
        return List.copyOf(errors);
    }

    /** {@link System#nanoTime} of the last message. */
    synchronized long lastHeard() {
        return lastHeard;
    }
}
