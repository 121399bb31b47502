package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One call of a procedure: arguments by name or position, results to the caller. */
final class ProcedureCall implements Procedure.Call {

    /** An argument; the name is null when it is given by position. */
    record Given(String name, Object value, boolean output) {}

    private final LabSession session;
    private final String procedure;
    private final List<Given> arguments;
    private final Reply reply;
    private final BooleanSupplier attempting;
    private final Map<String, Given> byName = new HashMap<>();
    private final Map<Given, Object> outputs = new HashMap<>();
    private int lastError;

    ProcedureCall(
            LabSession session, String procedure, List<Given> arguments, Reply reply, BooleanSupplier attempting) {
        this.session = session;
        this.procedure = procedure;
        this.arguments = new ArrayList<>(arguments);
        this.reply = reply;
        this.attempting = attempting;
        for (Given argument : arguments) {
            if (argument.name() != null) {
                byName.put(fold(argument.name()), argument);
            }
        }
    }

    @Override
    public Instance instance() {
        return session.instance();
    }

    LabSession session() {
        return session;
    }

    @Override
    public String database() {
        return session.database();
    }

    @Override
    public String login() {
        return session.login().name();
    }

    @Override
    public String application() {
        return session.client().applicationName();
    }

    @Override
    public boolean isSysadmin() {
        return session.login().sysadmin();
    }

    @Override
    public void declare(String... names) {
        int position = 0;
        for (Given argument : arguments) {
            if (argument.name() == null) {
                if (position >= names.length) {
                    throw new RaisedInProcedure(new ServerError(
                            8144, 2, 16, "Procedure or function " + procedure + " has too many arguments specified."));
                }
                byName.put(fold(names[position]), argument);
            } else if (List.of(names).stream().noneMatch(n -> fold(n).equals(fold(argument.name())))) {
                throw new RaisedInProcedure(new ServerError(
                        8145,
                        16,
                        "@" + fold(argument.name()) + " is not a parameter for procedure " + procedure + "."));
            }
            position++;
        }
    }

    private static String fold(String name) {
        return (name.startsWith("@") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean given(String name) {
        return byName.containsKey(fold(name));
    }

    @Override
    public Object argument(String name) {
        Given found = byName.get(fold(name));
        return found == null ? null : found.value();
    }

    @Override
    public void output(String name, Object value) {
        Given found = byName.get(fold(name));
        if (found != null && found.output()) {
            outputs.put(found, value);
        }
    }

    /** The new values of the arguments that the caller wants back. */
    Map<Given, Object> outputs() {
        return outputs;
    }

    /** The number of the last error that it raised, 0 for none. */
    int lastError() {
        return lastError;
    }

    @Override
    public void result(List<Column> columns, List<List<?>> rows) {
        reply.columns(columns);
        rows.forEach(reply::row);
        reply.endOfRows();
    }

    @Override
    public void info(int number, String text) {
        reply.info(number, 1, number == 0 ? 0 : 10, text, 1);
    }

    @Override
    public void error(int number, int severity, String text) {
        if (severity > 10 && attempting.getAsBoolean()) {
            throw new RaisedInProcedure(new ServerError(number, severity, text));
        }
        lastError = severity > 10 ? number : lastError;
        reply.error(number, 1, severity, text, 1);
    }
}
