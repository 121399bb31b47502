package io.jenkins.plugins.pchat.lab.wire;

import java.util.List;
import java.util.Locale;

/** One call of an RPC message; its parameters in the client's order. */
record RpcCall(String name, List<Parameter> parameters) {

    /** The calls of prepared statements and cursors, which have a number besides their name. */
    enum Kind {
        SP_CURSOROPEN(2),
        SP_EXECUTESQL(10),
        SP_PREPARE(11),
        SP_EXECUTE(12),
        SP_PREPEXEC(13),
        SP_UNPREPARE(15),
        /** Any other procedure; the backend knows it or not. */
        PROCEDURE(0);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        String procedure() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The name behind a number; a number that the lab does not know stays one. */
    static String nameOf(int number) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.PROCEDURE && kind.number == number) {
                return kind.procedure();
            }
        }
        return "system procedure " + number;
    }

    Kind kind() {
        String bare = name.toLowerCase(Locale.ROOT).replaceFirst("^(master\\.)?(sys|dbo)?\\.", "");
        for (Kind kind : Kind.values()) {
            if (kind != Kind.PROCEDURE && kind.procedure().equals(bare)) {
                return kind;
            }
        }
        return Kind.PROCEDURE;
    }

    /** The text at a position. */
    String text(int position) throws ServerError {
        if (position >= parameters.size() || !(parameters.get(position).value() instanceof String text)) {
            throw new ServerError(
                    214, 16, "Procedure expects parameter " + (position + 1) + " of type 'ntext/nchar/nvarchar'.");
        }
        return text;
    }

    /** The handle of a prepared statement at the first position; 0 when none is given. */
    int handle() {
        return !parameters.isEmpty() && parameters.get(0).value() instanceof Integer handle ? handle : 0;
    }
}
