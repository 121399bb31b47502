package io.jenkins.plugins.pchat.lab.server.query;

import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.List;

/** What a query can refer to beyond its own text. */
public interface Scope {

    /** A variable's value and type; 137 when it isn't declared. */
    Typed variable(String name) throws ServerError;

    /**
     * The value of {@code @@ROWCOUNT} and its like, and of functions without arguments; null when there is none of that
     * name.
     */
    Typed global(String name);

    /** The value of a function whose result's type depends on its arguments: SERVERPROPERTY, DATABASEPROPERTYEX. */
    Object variant(String function, List<Object> arguments);

    /**
     * The quoted name of a table or view in the table engine.
     *
     * @param parts server, database, schema and name as far as given; a part that was left out between two points is
     *     empty
     */
    String table(List<String> parts) throws ServerError;

    /** The number by which functions find the session. */
    int handle();

    /** A value with its type. */
    record Typed(Column type, Object value) {}
}
