package io.jenkins.plugins.pchat.engine.sql;

import com.microsoft.sqlserver.jdbc.ISQLServerMessage;
import com.microsoft.sqlserver.jdbc.ISQLServerMessageHandler;
import io.jenkins.plugins.pchat.engine.Console;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hears what the server says while a statement runs, at the moment it says it. Called on the thread that reads the
 * response; must not throw
 * nor use the connection.
 */
final class ServerMessages implements ISQLServerMessageHandler {

    private static final int PERCENT_PROCESSED = 3211;

    /** Changed database, changed language: noise of the session, not of the statement. */
    private static final Set<Integer> NOISE = Set.of(5701, 5703);

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Console console;
    private final Progress progress;
    private final Set<String> said = new HashSet<>();
    private final List<SqlErrors.Reported> errors = new ArrayList<>();
    private long lastHeard = System.nanoTime();

    ServerMessages(Console console, Progress progress) {
        this.console = console;
        this.progress = progress;
    }

    @Override
    public synchronized ISQLServerMessage messageHandler(ISQLServerMessage message) {
        lastHeard = System.nanoTime();
        int number = message.getErrorNumber();
        String text = String.valueOf(message.getErrorMessage()).strip();
        if (message.isErrorMessage()) {
            errors.add(new SqlErrors.Reported(number, message.getErrorSeverity(), text));
        } else if (number == PERCENT_PROCESSED) {
            Matcher percent = NUMBER.matcher(text);
            if (percent.find()) {
                progress.percent(Math.min(100, Integer.parseInt(percent.group())));
            }
        } else if (!NOISE.contains(number) && !text.isEmpty() && said.add(number + text)) {
            console.line(text);
        }
        return message;
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
