package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs one request and writes its response, up to what ends it. */
final class RequestHandler {

    private static final Logger LOG = System.getLogger(RequestHandler.class.getName());
    private static final int FATAL_SEVERITY = 20;
    /** The number of errors that are the lab's own: what it does not simulate, and its defects. No message of SQL Server has it. */
    static final int LAB_ERROR = 40000;

    private final BackendSession session;
    private final TokenWriter tokens;
    private final TdsVersion version;
    private final TokenReply.Database database;
    private final RpcRunner calls;
    private final Transactions transactions;

    RequestHandler(BackendSession session, TokenWriter tokens, TdsVersion version) {
        this.session = session;
        this.tokens = tokens;
        this.version = version;
        this.database = new TokenReply.Database(session.database());
        this.calls = new RpcRunner(session);
        this.transactions = new Transactions(session, tokens);
    }

    /**
     * What ends a response.
     *
     * @param write writes the last token
     * @param fatal whether the connection is closed after it
     */
    record Ending(Last write, boolean fatal) {}

    /** The writing of a last token. */
    @FunctionalInterface
    interface Last {
        void run() throws IOException;
    }

    /** Runs a request. */
    Ending execute(Message message) throws IOException, InterruptedException {
        TokenReply reply = reply(message.type() == Message.RPC);
        try {
            if (message.resets()) {
                session.reset();
                tokens.change(EnvChange.RESET, EnvChange.bytes(new byte[0], new byte[0]));
            }
            return run(message, reply);
        } catch (ServerError e) {
            return failed(reply, e);
        } catch (ProtocolException e) {
            return failed(reply, new ServerError(LAB_ERROR, 16, e.getMessage()));
        } catch (TokenReply.ClientGone e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The lab failed in a request", e);
            return failed(reply, new ServerError(LAB_ERROR, 16, "The lab itself failed: " + e));
        }
    }

    /** Ends the response to a request that was taken back or cancelled. */
    Ending cancelled() {
        return new Ending(() -> reply(false).abandon(0), false);
    }

    private Ending run(Message message, TokenReply reply) throws IOException, ServerError, InterruptedException {
        ByteReader in = new ByteReader(message.payload());
        if (version.since72()) {
            in.skip(in.i32() - Integer.BYTES);
        }
        return switch (message.type()) {
            case Message.SQL_BATCH -> {
                session.batch(new String(in.raw(in.remaining()), StandardCharsets.UTF_16LE).strip(), reply);
                yield new Ending(reply::finish, false);
            }
            case Message.RPC -> rpc(new RpcReader(in, version).calls());
            case Message.TRANSACTION_MANAGER -> transactions.run(in);
            default ->
                throw new ServerError(
                        LAB_ERROR, FATAL_SEVERITY, "The lab does not answer messages of type " + message.type() + ".");
        };
    }

    private Ending rpc(List<RpcCall> all) throws ServerError, InterruptedException {
        TokenReply reply = reply(true);
        for (int i = 0; i < all.size(); i++) {
            if (i > 0) {
                reply.finishCall(Done.MORE | Done.CALL_IN_BATCH);
                reply = reply(true);
            }
            try {
                calls.run(all.get(i), reply);
            } catch (ServerError e) {
                if (e.severity() >= FATAL_SEVERITY) {
                    throw e;
                }
                reply.error(e.number(), e.state(), e.severity(), e.getMessage(), 1);
            }
        }
        TokenReply last = reply;
        return new Ending(() -> last.finishCall(0), false);
    }

    private static Ending failed(TokenReply reply, ServerError e) {
        boolean fatal = e.severity() >= FATAL_SEVERITY;
        reply.error(e.number(), e.state(), e.severity(), e.getMessage(), 1);
        return new Ending(() -> reply.abandon(fatal ? Done.SERVER_ERROR : 0), fatal);
    }

    private TokenReply reply(boolean call) {
        return new TokenReply(tokens, call, database);
    }
}
