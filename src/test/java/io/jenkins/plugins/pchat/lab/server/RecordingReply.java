package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;

/** A reply that keeps what it is told: for callers without a wire. */
public final class RecordingReply implements Reply {

    /** A result set. */
    public record Result(List<Column> columns, List<List<?>> rows) {

        /** A value by row from 0 and column name. */
        public Object value(int row, String column) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equalsIgnoreCase(column)) {
                    return rows.get(row).get(i);
                }
            }
            throw new IllegalArgumentException("no column " + column + " in " + columns);
        }
    }

    /** A message or error. */
    public record Message(int number, int severity, String text) {}

    private final List<Result> results = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<Message> errors = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    private final Runnable atProgress;
    private boolean progressed;
    private String database;

    public RecordingReply() {
        this(() -> {});
    }

    /** @param atProgress is done when the first message of progress, 3211, comes */
    RecordingReply(Runnable atProgress) {
        this.atProgress = atProgress;
    }

    @Override
    public void columns(List<Column> columns) {
        results.add(new Result(List.copyOf(columns), new ArrayList<>()));
    }

    @Override
    public void row(List<?> values) {
        results.get(results.size() - 1).rows().add(new ArrayList<>(values));
    }

    @Override
    public void endOfRows() {}

    @Override
    public void updated(long rows) {
        counts.add(rows);
    }

    @Override
    public void done() {}

    @Override
    public void info(int number, int state, int severity, String text, int line) {
        messages.add(new Message(number, severity, text));
        if (number == 3211 && !progressed) {
            progressed = true;
            atProgress.run();
        }
    }

    @Override
    public void error(int number, int state, int severity, String text, int line) {
        errors.add(new Message(number, severity, text));
    }

    @Override
    public void database(String name) {
        database = name;
    }

    @Override
    public void flush() {}

    public List<Result> results() {
        return results;
    }

    public List<Message> messages() {
        return messages;
    }

    public List<Message> errors() {
        return errors;
    }

    public List<Long> counts() {
        return counts;
    }

    /** The database last changed to, null when it wasn't. */
    public String database() {
        return database;
    }

    /** Throws the first error that was sent, with those after it as suppressed ones. */
    public void throwErrors() throws ServerError {
        if (!errors.isEmpty()) {
            Message first = errors.get(0);
            ServerError thrown = new ServerError(first.number(), first.severity(), first.text());
            errors.stream()
                    .skip(1)
                    .forEach(e -> thrown.addSuppressed(new ServerError(e.number(), e.severity(), e.text())));
            throw thrown;
        }
    }
}
