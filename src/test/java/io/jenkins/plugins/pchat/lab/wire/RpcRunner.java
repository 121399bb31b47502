package io.jenkins.plugins.pchat.lab.wire;

import io.jenkins.plugins.pchat.lab.wire.PreparedStatements.Prepared;
import java.util.List;

/** Runs the calls of RPC messages: prepared statements here, other procedures in the backend. */
final class RpcRunner {

    private final BackendSession session;
    private final PreparedStatements prepared = new PreparedStatements();

    RpcRunner(BackendSession session) {
        this.session = session;
    }

    /** Runs one call and writes its results, its status and its output parameters; what ends the call is left to the caller. */
    void run(RpcCall call, TokenReply reply) throws ServerError, InterruptedException {
        boolean cursor = call.kind() == RpcCall.Kind.SP_CURSOROPEN;
        int status = execute(call, reply);
        reply.returned(status);
        for (int i = 0; i < call.parameters().size() && !cursor; i++) {
            if (call.parameters().get(i).output()) {
                reply.output(i, call.parameters().get(i));
            }
        }
    }

    private int execute(RpcCall call, TokenReply reply) throws ServerError, InterruptedException {
        switch (call.kind()) {
            case SP_EXECUTESQL -> text(Prepared.of(call.text(0), optional(call, 1)), call, 2, reply);
            case SP_PREPARE -> prepare(call);
            case SP_PREPEXEC -> text(prepare(call), call, 3, reply);
            case SP_EXECUTE -> text(prepared.get(call.handle()), call, 1, reply);
            case SP_UNPREPARE -> prepared.remove(call.handle());
            case SP_CURSOROPEN -> {
                // The number tells the driver that it gets plain rows instead of a cursor (TDS-FACTS 7).
                reply.info(16954, 1, 10, "Executing SQL directly; no cursor.", 1);
                text(Prepared.of(call.text(1), optional(call, 5)), call, 6, reply);
            }
            case PROCEDURE -> {
                return session.call(call.name(), call.parameters(), reply);
            }
        }
        return 0;
    }

    private Prepared prepare(RpcCall call) throws ServerError {
        Prepared statement = Prepared.of(call.text(2), optional(call, 1));
        prepared.remove(call.handle());
        call.parameters().get(0).set(prepared.add(statement));
        return statement;
    }

    private static String optional(RpcCall call, int position) {
        return position < call.parameters().size()
                        && call.parameters().get(position).value() instanceof String text
                ? text
                : null;
    }

    private void text(Prepared statement, RpcCall call, int firstValue, Reply reply)
            throws ServerError, InterruptedException {
        List<Parameter> all = call.parameters();
        List<Parameter> given = all.subList(Math.min(firstValue, all.size()), all.size());
        List<Parameter> bound = statement.bind(given);
        session.batch(statement.text(), bound, reply);
        for (int i = 0; i < given.size(); i++) {
            given.get(i).set(bound.get(i).value());
        }
    }
}
