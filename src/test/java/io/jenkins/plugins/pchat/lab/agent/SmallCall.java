package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.server.Instance;
import io.jenkins.plugins.pchat.lab.server.Procedure;
import io.jenkins.plugins.pchat.lab.wire.Column;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A call of a procedure in a test: arguments by name, what came of it in fields. */
final class SmallCall implements Procedure.Call {
    final Map<String, Object> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Map<String, Object> outputs = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Instance instance;
    private final String database;
    private final boolean sysadmin;
    int error;
    String text;
    int rows = -1;

    SmallCall(Instance instance, String database, boolean sysadmin) {
        this.instance = instance;
        this.database = database;
        this.sysadmin = sysadmin;
    }

    @Override
    public Instance instance() {
        return instance;
    }

    @Override
    public String database() {
        return database;
    }

    @Override
    public String login() {
        return "sa";
    }

    @Override
    public String application() {
        return "test";
    }

    @Override
    public boolean isSysadmin() {
        return sysadmin;
    }

    @Override
    public void declare(String... names) {
        given.keySet().forEach(argument -> {
            if (!List.of(names).contains(argument)) {
                throw new AssertionError("the procedure has no " + argument);
            }
        });
    }

    @Override
    public boolean given(String argument) {
        return given.containsKey(argument);
    }

    @Override
    public Object argument(String argument) {
        return given.get(argument);
    }

    @Override
    public void output(String argument, Object value) {
        outputs.put(argument, value);
    }

    @Override
    public void result(List<Column> columns, List<List<?>> values) {
        values.forEach(row -> {
            if (row.size() != columns.size()) {
                throw new AssertionError(row + " does not fit " + columns);
            }
        });
        rows = values.size();
    }

    @Override
    public void info(int number, String message) {
        // Nothing that these tests look at.
    }

    @Override
    public void error(int number, int severity, String message) {
        error = number;
        text = message;
    }
}
