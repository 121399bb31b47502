package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;
import java.util.List;

/** Answers transaction manager requests, which tedious sends (TDS-FACTS 11), by the statements they stand for. */
final class Transactions {

    private static final int BEGIN = 5;
    private static final int COMMIT = 7;
    private static final int ROLLBACK = 8;

    private final BackendSession session;
    private final TokenWriter tokens;
    private long descriptor;

    Transactions(BackendSession session, TokenWriter tokens) {
        this.session = session;
        this.tokens = tokens;
    }

    RequestHandler.Ending run(ByteReader in) throws IOException, ServerError, InterruptedException {
        int request = in.u16();
        return switch (request) {
            case BEGIN -> {
                session.batch("BEGIN TRANSACTION", new Unheard());
                byte[] begun = new Bytes().i64(++descriptor).toArray();
                yield ending(Done.BEGIN, EnvChange.BEGIN, EnvChange.bytes(begun, new byte[0]));
            }
            case COMMIT -> {
                session.batch("COMMIT TRANSACTION", new Unheard());
                yield ending(Done.COMMIT, EnvChange.COMMIT, ended());
            }
            case ROLLBACK -> {
                session.batch("ROLLBACK TRANSACTION", new Unheard());
                yield ending(Done.ROLLBACK, EnvChange.ROLLBACK, ended());
            }
            default ->
                throw new ServerError(
                        RequestHandler.LAB_ERROR,
                        16,
                        "The lab does not answer the transaction manager request " + request + ".");
        };
    }

    private Bytes ended() {
        return EnvChange.bytes(new byte[0], new Bytes().i64(descriptor).toArray());
    }

    private RequestHandler.Ending ending(int command, int change, Bytes body) {
        return new RequestHandler.Ending(
                () -> {
                    tokens.change(change, body);
                    tokens.done(Done.STATEMENT, 0, command, 0);
                },
                false);
    }

    /** These statements give nothing that the client waits for. */
    private static final class Unheard implements Reply {
        @Override
        public void columns(List<Column> columns) {}

        @Override
        public void row(List<?> values) {}

        @Override
        public void endOfRows() {}

        @Override
        public void updated(long rows) {}

        @Override
        public void done() {}

        @Override
        public void info(int number, int state, int severity, String text, int line) {}

        @Override
        public void error(int number, int state, int severity, String text, int line) {}

        @Override
        public void database(String name) {}

        @Override
        public void flush() {}
    }
}
