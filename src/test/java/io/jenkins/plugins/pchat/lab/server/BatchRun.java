package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.server.query.Scope;
import io.jenkins.plugins.pchat.lab.server.tsql.Parser;
import io.jenkins.plugins.pchat.lab.server.tsql.Statement;
import io.jenkins.plugins.pchat.lab.wire.Parameter;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs one batch or call of a session and writes it to the journal. */
final class BatchRun {

    private static final System.Logger LOG = System.getLogger(BatchRun.class.getName());

    private final LabSession session;
    private final Reply reply;

    BatchRun(LabSession session, Reply reply) {
        this.session = session;
        this.reply = reply;
    }

    /** Runs a batch whose parameters, if any, get their new values when it has ended. */
    void run(String text, List<Parameter> parameters) throws ServerError, InterruptedException {
        Variables variables = ProcedureCalls.variables(parameters);
        List<Statement> statements = Parser.parse(text);
        boolean reads = Commands.onlyRead(statements);
        journal(reads, text);
        hold("begin " + text);
        Blows blows = new Blows(session, text, reads);
        blows.before();
        session.state().takesLong(Commands.takeLong(statements));
        Interpreter interpreter = new Interpreter(session, variables, reply);
        interpret(interpreter, statements);
        for (Parameter parameter : parameters) {
            if (parameter.output()) {
                Scope.Typed value = variables.get(parameter.name());
                parameter.set(value.value());
            }
        }
        blows.after();
    }

    /**
     * Runs a text for EXEC or sp_executesql within a batch: the journal has the batch, and this when it can change
     * something.
     */
    void runInner(String text, Variables variables) throws ServerError, InterruptedException {
        List<Statement> statements = Parser.parse(text);
        if (!Commands.onlyRead(statements)) {
            journal(false, text);
        }
        new Interpreter(session, variables, reply).run(statements);
    }

    private void interpret(Interpreter interpreter, List<Statement> statements)
            throws ServerError, InterruptedException {
        try {
            interpreter.run(statements);
        } catch (RuntimeException e) {
            // The client must hear of it, and whoever runs the lab must see where it is.
            LOG.log(System.Logger.Level.ERROR, "The lab failed at a statement", e);
            throw new ServerError(Errors.NOT_SIMULATED, 16, "The lab itself failed at this statement: " + e);
        } catch (ServerError e) {
            if (e.getSuppressed().length > 0) {
                // The wire sends what is thrown; those that follow must be sent behind it.
                interpreter.send(e, 1);
                return;
            }
            throw e;
        }
    }

    /** Runs a procedure that was called by name. */
    int call(String procedure, List<Parameter> parameters) throws ServerError, InterruptedException {
        String[] parts = procedure.replace("[", "").replace("]", "").split("\\.");
        String name = parts[parts.length - 1];
        journal(Commands.readsOnly(name), "EXEC " + procedure);
        hold("begin EXEC " + procedure);
        Blows blows = new Blows(session, "EXEC " + procedure, Commands.readsOnly(name));
        blows.before();
        session.state().takesLong(false);
        Variables variables = new Variables();
        Interpreter interpreter = new Interpreter(session, variables, reply);
        List<ProcedureCall.Given> arguments = new ArrayList<>();
        for (Parameter parameter : parameters) {
            String given = parameter.name() == null || parameter.name().isEmpty() ? null : parameter.name();
            arguments.add(new ProcedureCall.Given(given, parameter.value(), parameter.output()));
        }
        ProcedureCall call = new ProcedureCall(session, name, arguments, reply, interpreter::attempting);
        QueryRunner runner = new QueryRunner(session, new SessionScope(session, variables));
        String database = parts.length == 3 ? parts[0] : session.database();
        int result = new ProcedureCalls(session, variables, runner, interpreter).run(database, name, call);
        for (Map.Entry<ProcedureCall.Given, Object> output : call.outputs().entrySet()) {
            parameters.get(arguments.indexOf(output.getKey())).set(output.getValue());
        }
        blows.after();
        return result;
    }

    private void hold(String moment) throws InterruptedException {
        session.instance().faults().holds().pass(moment);
    }

    private void journal(boolean read, String text) {
        if (session.state().journaled()) {
            session.instance()
                    .journal()
                    .add(
                            read ? Journal.Kind.READ : Journal.Kind.WRITE,
                            session.instance().serverName(),
                            session.client().applicationName(),
                            Secrets.masked(text.trim()));
        }
    }
}
