package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The response to one batch or to one call of a message. The DONE of a statement is held back until it is clear whether it is the last one, for only the last
 * goes without the MORE bit; inside a call every DONEINPROC has it.
 */
final class TokenReply implements Reply {

    private final TokenWriter tokens;
    private final boolean call;
    private final Database database;
    private List<Column> columns;
    private long rows;
    private boolean failed;
    private Held held;

    /** The database that the client was last told of. */
    static final class Database {
        private String name;

        Database(String name) {
            this.name = name;
        }
    }

    /** The response can't be sent. */
    static final class ClientGone extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        ClientGone(IOException cause) {
            super("The client is gone: " + cause.getMessage(), cause);
        }
    }

    private record Held(int status, int command, long rows) {}

    private interface Writing {
        void run() throws IOException;
    }

    TokenReply(TokenWriter tokens, boolean call, Database database) {
        this.tokens = tokens;
        this.call = call;
        this.database = database;
    }

    @Override
    public void columns(List<Column> newColumns) {
        if (failed) {
            end(0, Done.NOTHING, 0);
        }
        columns = List.copyOf(newColumns);
        rows = 0;
        write(() -> tokens.columns(columns));
    }

    @Override
    public void row(List<?> values) {
        rows++;
        write(() -> tokens.row(columns, values));
    }

    @Override
    public void endOfRows() {
        columns = null;
        end(Done.COUNT, Done.SELECT, rows);
    }

    @Override
    public void updated(long count) {
        end(Done.COUNT, Done.UPDATE, count);
    }

    @Override
    public void done() {
        end(0, Done.NOTHING, 0);
    }

    @Override
    public void info(int number, int state, int severity, String text, int line) {
        write(() -> tokens.info(number, state, severity, text, line));
    }

    @Override
    public void error(int number, int state, int severity, String text, int line) {
        failed = true;
        write(() -> tokens.error(number, state, severity, text, line));
    }

    @Override
    public void database(String name) {
        String before = database.name;
        database.name = name;
        write(() -> tokens.change(EnvChange.DATABASE, EnvChange.texts(name, before)));
        info(5701, 1, 0, "Changed database context to '" + name + "'.", 1);
    }

    @Override
    public void flush() {
        write(() -> tokens.packets().flush());
    }

    /** Ends the response to a batch. */
    void finish() {
        if (held == null || failed) {
            end(0, Done.NOTHING, 0);
        }
        Held last = held;
        held = null;
        write(() -> tokens.done(Done.STATEMENT, last.status, last.command, last.rows));
    }

    /** Ends the response to a batch or call that was cancelled or that fails; nothing of it is left open. */
    void abandon(int extraStatus) {
        columns = null;
        write(() -> tokens.done(Done.STATEMENT, Done.ERROR | extraStatus, Done.NOTHING, 0));
    }

    /** Ends the response to a call. */
    void finishCall(int moreStatus) {
        int status = moreStatus | (failed ? Done.ERROR : 0);
        write(() -> tokens.done(Done.CALL, status, Done.EXECUTE, 0));
    }

    /** What the call returns: its status, and after it its output parameters (TDS-FACTS 0.17). */
    void returned(int status) {
        write(() -> tokens.returnStatus(status));
    }

    void output(int ordinal, Parameter parameter) {
        write(() -> tokens.returnValue(ordinal, parameter));
    }

    private void end(int status, int command, long count) {
        int bits = status | (failed ? Done.ERROR : 0);
        failed = false;
        if (call) {
            write(() -> tokens.done(Done.IN_CALL, bits | Done.MORE, command, count));
        } else {
            write(() -> held = new Held(bits, command, count));
        }
    }

    /** Writes what was held back, now with the MORE bit, and then something new. */
    private void write(Writing writing) {
        try {
            if (held != null) {
                Held before = held;
                held = null;
                tokens.done(Done.STATEMENT, before.status | Done.MORE, before.command, before.rows);
            }
            writing.run();
        } catch (IOException e) {
            throw new ClientGone(e);
        }
    }
}
