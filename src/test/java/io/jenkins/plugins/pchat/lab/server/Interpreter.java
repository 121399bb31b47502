package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;
import io.jenkins.plugins.pchat.lab.server.tsql.Statement;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.List;
import java.util.Set;

/** Runs the statements of a batch: their flow, and what an error does to it. */
final class Interpreter {

    /** Errors after which SQL Server does not go on with the batch. */
    private static final Set<Integer> ENDING = Set.of(
            102,
            105,
            113,
            134,
            137,
            141,
            155,
            156,
            174,
            195,
            207,
            208,
            213,
            245,
            313,
            2715,
            7202,
            8115,
            Errors.NOT_SIMULATED);

    /** Where it goes on after a statement. */
    private enum Flow {
        NEXT,
        BREAK,
        CONTINUE,
        RETURN
    }

    private final LabSession session;
    private final Reply reply;
    private final PlainStatements plain;
    private final ServerStatements server;
    private int attempts;
    private Integer returned;

    Interpreter(LabSession session, Variables variables, Reply reply) {
        this.session = session;
        this.reply = reply;
        this.plain = new PlainStatements(session, variables, reply, this);
        this.server = new ServerStatements(session, plain.runner(), reply);
    }

    /** Runs statements until they end, one returns, or an error ends them. */
    void run(List<Statement> statements) throws ServerError, InterruptedException {
        all(statements);
    }

    /** The value that was returned, 0 without one. */
    int returned() {
        return returned == null ? 0 : returned;
    }

    /** Whether an error now goes to a CATCH block. */
    boolean attempting() {
        return attempts > 0;
    }

    private Flow all(List<Statement> statements) throws ServerError, InterruptedException {
        for (Statement statement : statements) {
            Flow flow = one(statement);
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    private Flow one(Statement statement) throws ServerError, InterruptedException {
        session.running().check();
        try {
            if (statement instanceof Statement.Control control) {
                return control(control);
            }
            session.running().request().command(Commands.of(statement), null);
            if (statement instanceof ServerStatement serverStatement) {
                server.run(serverStatement);
                session.state().errorNumber(0);
            } else {
                boolean failed = plain.run((Statement.Plain) statement);
                session.state().errorNumber(failed ? session.state().errorNumber() : 0);
            }
        } catch (ServerError e) {
            failed(statement, e);
        }
        return Flow.NEXT;
    }

    /**
     * What comes out of a statement that holds others has been looked at where it was raised, or is the condition's and
     * ends the batch.
     */
    private void failed(Statement statement, ServerError error) throws ServerError {
        session.state().errorNumber(last(error).number());
        boolean ends = ENDING.contains(error.number())
                || error.severity() >= 20
                || statement instanceof Statement.Throw
                || statement instanceof Statement.Control
                || session.state().isOn("XACT_ABORT");
        if (attempting() || ends) {
            throw error;
        }
        send(error, statement.line());
    }

    /** Sends an error and those that follow it. */
    void send(ServerError error, int line) {
        reply.error(error.number(), error.state(), error.severity(), error.getMessage(), line);
        for (Throwable next : error.getSuppressed()) {
            if (next instanceof ServerError following) {
                reply.error(following.number(), following.state(), following.severity(), following.getMessage(), line);
            }
        }
        reply.done();
    }

    private static ServerError last(ServerError error) {
        Throwable[] following = error.getSuppressed();
        return following.length > 0 && following[following.length - 1] instanceof ServerError last ? last : error;
    }

    private Flow control(Statement.Control statement) throws ServerError, InterruptedException {
        if (statement instanceof Statement.If branch) {
            Statement chosen = plain.runner().holds(branch.condition()) ? branch.then() : branch.otherwise();
            return chosen == null ? Flow.NEXT : one(chosen);
        }
        if (statement instanceof Statement.While loop) {
            return loop(loop);
        }
        if (statement instanceof Statement.Block block) {
            return all(block.statements());
        }
        if (statement instanceof Statement.TryCatch attempt) {
            return attempt(attempt);
        }
        if (statement instanceof Statement.Return result) {
            returned = result.value() == null ? 0 : plain.runner().number(result.value());
            return Flow.RETURN;
        }
        return statement instanceof Statement.Break ? Flow.BREAK : Flow.CONTINUE;
    }

    private Flow loop(Statement.While loop) throws ServerError, InterruptedException {
        while (plain.runner().holds(loop.condition())) {
            Flow flow = one(loop.body());
            if (flow == Flow.BREAK) {
                break;
            }
            if (flow == Flow.RETURN) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    private Flow attempt(Statement.TryCatch attempt) throws ServerError, InterruptedException {
        attempts++;
        ServerError error;
        try {
            return all(attempt.attempted());
        } catch (ServerError e) {
            if (e.severity() >= 20) {
                throw e;
            }
            error = e;
        } finally {
            attempts--;
        }
        // The functions of a CATCH block know the last error only: 3013 rather than its cause.
        ServerError before = session.state().caught();
        int beforeLine = session.state().caughtLine();
        session.state().caught(last(error), attempt.line());
        try {
            return all(attempt.handler());
        } finally {
            session.state().caught(before, beforeLine);
        }
    }
}
