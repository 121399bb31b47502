package io.jenkins.plugins.pchat.lab.wire;

import io.jenkins.plugins.pchat.lab.wire.Column.Type;
import java.io.IOException;
import java.util.List;

/** Writes the tokens of a response, each as a whole, in the layouts of the client's version (TDS-FACTS 8). */
final class TokenWriter {

    private static final int COLMETADATA = 0x81;
    private static final int RETURNSTATUS = 0x79;
    private static final int RETURNVALUE = 0xAC;
    private static final int ROW = 0xD1;
    private static final int ERROR = 0xAA;
    private static final int INFO = 0xAB;
    private static final int ENVCHANGE = 0xE3;

    /** Nullable, and nobody knows whether it can be updated. */
    private static final int COLUMN_FLAGS = 0x0009;

    private static final int LONGEST_MESSAGE = 4000;

    private final PacketWriter packets;
    private final TdsVersion version;
    private final String serverName;
    private final TypeEncoder types;

    TokenWriter(PacketWriter packets, TdsVersion version, String serverName) {
        this.packets = packets;
        this.version = version;
        this.serverName = serverName;
        this.types = new TypeEncoder(version);
    }

    PacketWriter packets() {
        return packets;
    }

    void raw(Bytes token) throws IOException {
        packets.write(token.toArray());
    }

    void columns(List<Column> columns) throws IOException {
        Bytes out = new Bytes().u8(COLMETADATA).u16(columns.size());
        for (Column column : columns) {
            wideSince72(out, 0).u16(COLUMN_FLAGS);
            types.type(out, column);
            out.bVarchar(column.name());
        }
        raw(out);
    }

    void row(List<Column> columns, List<?> values) throws IOException {
        if (columns.size() != values.size()) {
            throw new IllegalArgumentException(
                    "A row of " + values.size() + " values was given for " + columns.size() + " columns.");
        }
        Bytes out = new Bytes().u8(ROW);
        for (int i = 0; i < values.size(); i++) {
            types.value(out, columns.get(i), values.get(i));
        }
        raw(out);
    }

    void info(int number, int state, int severity, String text, int line) throws IOException {
        message(INFO, number, state, severity, text, line);
    }

    void error(int number, int state, int severity, String text, int line) throws IOException {
        message(ERROR, number, state, severity, text, line);
    }

    private void message(int token, int number, int state, int severity, String text, int line) throws IOException {
        String kept = text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE);
        Bytes body = new Bytes()
                .i32(number)
                .u8(state)
                .u8(severity)
                .usVarchar(kept)
                .bVarchar(serverName)
                .bVarchar("");
        wideSince72(body, line);
        raw(new Bytes().u8(token).u16(body.size()).raw(body.toArray()));
    }

    /** ENVCHANGE; the body holds the new and the old value. */
    void change(int type, Bytes body) throws IOException {
        raw(new Bytes().u8(ENVCHANGE).u16(body.size() + 1).u8(type).raw(body.toArray()));
    }

    void returnStatus(int status) throws IOException {
        raw(new Bytes().u8(RETURNSTATUS).i32(status));
    }

    /**
     * An output parameter.
     *
     * @param ordinal its position in the client's own list, counted from 0
     */
    void returnValue(int ordinal, Parameter parameter) throws IOException {
        Column type = roomFor(parameter);
        Bytes out = new Bytes()
                .u8(RETURNVALUE)
                .u16(ordinal)
                .bVarchar(parameter.name())
                .u8(1);
        wideSince72(out, 0).u16(0);
        types.type(out, type);
        types.value(out, type, parameter.value());
        raw(out);
    }

    /** Some clients declare a text output as long as the text they put in. */
    private static Column roomFor(Parameter parameter) {
        Column type = parameter.type();
        boolean text = type.type() == Type.NVARCHAR || type.type() == Type.VARCHAR;
        boolean fits = !(parameter.value() instanceof String value) || value.length() <= type.length();
        return text && !fits ? Column.nvarchar(type.name(), 0) : type;
    }

    void done(Done done, int status, int command, long rows) throws IOException {
        Bytes out = new Bytes().u8(done.token()).u16(status).u16(command);
        raw(version.since72() ? out.i64(rows) : out.i32((int) rows));
    }

    private Bytes wideSince72(Bytes out, int value) {
        return version.since72() ? out.i32(value) : out.u16(value);
    }
}
