package io.jenkins.plugins.pchat.lab.wire;

import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;

/** Reads the calls of an RPC message (TDS-FACTS 7). */
final class RpcReader {

    private static final int BY_NUMBER = 0xFFFF;
    private static final int SEPARATOR = 0xFF;
    private static final int SEPARATOR_7_1 = 0x80;
    private static final int OUTPUT = 0x01;

    private final ByteReader in;
    private final TdsVersion version;

    RpcReader(ByteReader in, TdsVersion version) {
        this.in = in;
        this.version = version;
    }

    List<RpcCall> calls() throws ProtocolException {
        List<RpcCall> calls = new ArrayList<>();
        while (in.remaining() > 0) {
            int length = in.u16();
            String name = length == BY_NUMBER ? RpcCall.nameOf(in.u16()) : in.utf16(length);
            in.u16();
            calls.add(new RpcCall(name, parameters()));
        }
        return calls;
    }

    /** The parameters up to the end of the message or the separator, which stands where the length of a name would. */
    private List<Parameter> parameters() throws ProtocolException {
        int separator = version.since72() ? SEPARATOR : SEPARATOR_7_1;
        TypeDecoder types = new TypeDecoder(in);
        List<Parameter> parameters = new ArrayList<>();
        while (in.remaining() > 0) {
            if (in.peek() == separator) {
                in.skip(1);
                break;
            }
            String name = in.bVarchar();
            boolean output = (in.u8() & OUTPUT) != 0;
            parameters.add(types.parameter(name, output));
        }
        return parameters;
    }
}
