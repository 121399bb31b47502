package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.store.SqlTypes;
import io.jenkins.plugins.pchat.lab.server.tsql.Parser;
import io.jenkins.plugins.pchat.lab.server.tsql.Statement;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.List;

/** The parameter definitions that sp_executesql takes: {@code @p int, @q nvarchar(10) OUTPUT}. */
final class Definitions {

    private Definitions() {}

    static List<Statement.Variable> parse(String definitions) throws ServerError {
        if (definitions.isBlank()) {
            return List.of();
        }
        String declaration = "DECLARE " + definitions.replaceAll("(?i)\\s+(OUTPUT|OUT)\\b", "");
        return ((Statement.Declare) Parser.parse(declaration).get(0)).variables();
    }

    static void declare(Variables variables, Statement.Variable variable, Object value) throws ServerError {
        variables.declare(variable.name(), SqlTypes.column(variable.name(), variable.type()), value);
    }
}
