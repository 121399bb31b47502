package io.jenkins.plugins.pchat.lab.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The prepared statements of one session. */
final class PreparedStatements {

    /** A text and the names of its parameters. */
    record Prepared(String text, List<String> names) {

        /** Reads {@code @P0 nvarchar(4000),@P1 decimal(38,2) OUTPUT}; the definitions may be null. */
        static Prepared of(String text, String definitions) {
            List<String> names = new ArrayList<>();
            int depth = 0;
            int start = 0;
            String all = definitions == null ? "" : definitions;
            for (int i = 0; i <= all.length(); i++) {
                char c = i == all.length() ? ',' : all.charAt(i);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (c == ',' && depth <= 0) {
                    String definition = all.substring(start, i).strip();
                    if (!definition.isEmpty()) {
                        names.add(definition.split("\\s+", 2)[0]);
                    }
                    start = i + 1;
                }
            }
            return new Prepared(text, names);
        }

        /** The parameters under the names of their definitions, where the client gave none. */
        List<Parameter> bind(List<Parameter> given) {
            List<Parameter> bound = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                Parameter p = given.get(i);
                boolean nameless = p.name().isEmpty() && i < names.size();
                bound.add(nameless ? new Parameter(names.get(i), p.type(), p.output(), p.value()) : p);
            }
            return bound;
        }
    }

    private final Map<Integer, Prepared> byHandle = new HashMap<>();
    private int last;

    int add(Prepared prepared) {
        byHandle.put(++last, prepared);
        return last;
    }

    Prepared get(int handle) throws ServerError {
        Prepared prepared = byHandle.get(handle);
        if (prepared == null) {
            throw new ServerError(8179, 2, 16, "Could not find prepared statement with handle " + handle + ".");
        }
        return prepared;
    }

    void remove(int handle) {
        byHandle.remove(handle);
    }
}
