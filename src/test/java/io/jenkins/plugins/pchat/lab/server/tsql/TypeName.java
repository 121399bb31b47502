package io.jenkins.plugins.pchat.lab.server.tsql;

import java.util.List;

/**
 * A data type as T-SQL writes it.
 *
 * @param name in lower case: {@code nvarchar}
 * @param arguments what stands in parentheses; -1 for {@code max}
 */
public record TypeName(String name, List<Integer> arguments) {

    /** The first argument, or the default when there is none. */
    public int first(int otherwise) {
        return arguments.isEmpty() ? otherwise : arguments.get(0);
    }

    /** The second argument, or the default when there is none. */
    public int second(int otherwise) {
        return arguments.size() < 2 ? otherwise : arguments.get(1);
    }
}
