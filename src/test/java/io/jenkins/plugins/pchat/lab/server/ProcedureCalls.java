package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.query.Scope.Typed;
import io.jenkins.plugins.pchat.lab.server.tsql.Statement;
import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.wire.Parameter;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** EXEC: of a procedure, of sp_executesql, of a text. */
final class ProcedureCalls {

    private final LabSession session;
    private final Variables variables;
    private final QueryRunner runner;
    private final Interpreter interpreter;

    ProcedureCalls(LabSession session, Variables variables, QueryRunner runner, Interpreter interpreter) {
        this.session = session;
        this.variables = variables;
        this.runner = runner;
        this.interpreter = interpreter;
    }

    /** Runs a call; true when an error was raised in it that did not end it. */
    boolean run(Statement.Exec exec, Reply reply) throws ServerError, InterruptedException {
        List<ProcedureCall.Given> arguments = new ArrayList<>();
        for (Statement.Argument argument : exec.arguments()) {
            if (argument.name() == null || !argument.value().isEmpty()) {
                arguments.add(
                        new ProcedureCall.Given(argument.name(), runner.value(argument.value()), argument.output()));
            }
        }
        if (exec.procedure().equalsIgnoreCase("sp_executesql")) {
            executeText(exec, arguments, reply);
            return false;
        }
        ProcedureCall call = new ProcedureCall(session, exec.procedure(), arguments, reply, interpreter::attempting);
        int result = run(exec.database() == null ? session.database() : exec.database(), exec.procedure(), call);
        reply.done();
        for (Map.Entry<ProcedureCall.Given, Object> output : call.outputs().entrySet()) {
            Token variable = exec.arguments()
                    .get(arguments.indexOf(output.getKey()))
                    .value()
                    .single();
            if (variable != null && variable.kind() == Token.Kind.VARIABLE) {
                variables.set(variable.text(), output.getValue());
            }
        }
        if (exec.result() != null) {
            variables.set(exec.result(), result);
        }
        if (call.lastError() != 0) {
            session.state().errorNumber(call.lastError());
        }
        return call.lastError() != 0;
    }

    /** Finds and runs a procedure; 2812 when there is none, but 40000 when the real server may well have it. */
    int run(String database, String name, ProcedureCall call) throws ServerError, InterruptedException {
        Procedure found = session.instance().procedures().find(database, name);
        if (found == null && Procedures.isOfTheServer(name)) {
            throw Errors.notSimulated("the procedure " + name);
        }
        if (found == null) {
            throw new ServerError(2812, 62, 16, "Could not find stored procedure '" + name + "'.");
        }
        session.running().request().command("EXECUTE", null);
        boolean exposed = !session.state().takesLong() && !Commands.readsOnly(name);
        if (exposed) {
            Strikes.beforeStatement(session);
        }
        try {
            int result = found.run(call);
            if (exposed) {
                Strikes.afterStatement(session);
            }
            return result;
        } catch (RaisedInProcedure e) {
            throw e.error();
        }
    }

    /** Runs a text in a scope of its own. */
    void runText(String text, Reply reply) throws ServerError, InterruptedException {
        new BatchRun(session, reply).runInner(text, new Variables());
    }

    /** {@code sp_executesql @text, N'@p int OUTPUT', @p = @x OUTPUT}. */
    private void executeText(Statement.Exec exec, List<ProcedureCall.Given> arguments, Reply reply)
            throws ServerError, InterruptedException {
        if (arguments.isEmpty()) {
            throw new ServerError(
                    201,
                    4,
                    16,
                    "Procedure or function 'sp_executesql' expects parameter '@statement', which was not supplied.");
        }
        Variables inner = new Variables();
        String text = String.valueOf(arguments.get(0).value());
        String definitions =
                arguments.size() < 2 ? "" : String.valueOf(arguments.get(1).value());
        List<Statement.Variable> declared = Definitions.parse(definitions);
        for (int i = 0; i < declared.size(); i++) {
            ProcedureCall.Given given = i + 2 < arguments.size() ? arguments.get(i + 2) : null;
            String name = declared.get(i).name();
            for (ProcedureCall.Given candidate : arguments) {
                given = name.equalsIgnoreCase(candidate.name()) ? candidate : given;
            }
            Definitions.declare(inner, declared.get(i), given == null ? null : given.value());
        }
        new BatchRun(session, reply).runInner(text, inner);
        for (int i = 2; i < exec.arguments().size(); i++) {
            Statement.Argument argument = exec.arguments().get(i);
            if (argument.output()) {
                String name = argument.name() == null ? declared.get(i - 2).name() : argument.name();
                Typed value = inner.get(name);
                variables.set(argument.value().single().text(), value.value());
            }
        }
    }

    /** Declares the parameters of a call that came over the wire. */
    static Variables variables(List<Parameter> parameters) throws ServerError {
        Variables variables = new Variables();
        for (Parameter parameter : parameters) {
            variables.declare(parameter.name(), parameter.type(), parameter.value());
        }
        return variables;
    }
}
