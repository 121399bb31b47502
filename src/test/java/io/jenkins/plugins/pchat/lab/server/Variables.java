package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.query.Scope.Typed;
import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.Map;
import java.util.TreeMap;

/** The variables of a batch. */
final class Variables {

    private final Map<String, Typed> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    void declare(String name, Column type, Object value) throws ServerError {
        if (byName.putIfAbsent(name, new Typed(type, value)) != null) {
            throw new ServerError(
                    134,
                    15,
                    "The variable name '" + name
                            + "' has already been declared. Variable names must be unique within a query batch or "
                            + "stored procedure.");
        }
    }

    Typed get(String name) throws ServerError {
        Typed found = byName.get(name);
        if (found == null) {
            throw new ServerError(137, 2, 15, "Must declare the scalar variable \"" + name + "\".");
        }
        return found;
    }

    /** Sets a declared variable to a value of its type. */
    void set(String name, Object value) throws ServerError {
        byName.put(name, new Typed(get(name).type(), value));
    }
}
