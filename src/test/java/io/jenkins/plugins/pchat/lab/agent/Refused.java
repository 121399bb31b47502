package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.server.Procedure;
import io.jenkins.plugins.pchat.lab.wire.ServerError;

/** A procedure raises an error and returns 1; the batch that called it goes on, as after RAISERROR in T-SQL. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final int number;

    Refused(int number, String text) {
        super(text);
        this.number = number;
    }

    /** The body of a procedure; it returns normally for 0. */
    @FunctionalInterface
    interface Body {
        void run(Procedure.Call call) throws Refused, ServerError, InterruptedException;
    }

    /** A procedure with these arguments, in this order. */
    static Procedure procedure(String[] arguments, Body body) {
        return call -> {
            call.declare(arguments);
            try {
                body.run(call);
                return 0;
            } catch (Refused e) {
                call.error(e.number, 16, e.getMessage());
                return 1;
            }
        };
    }

    /** The arguments of a procedure, in the order in which it declares them, with blanks between. */
    static String[] arguments(String names) {
        return names.isEmpty() ? new String[0] : names.split(" ");
    }

    /** An argument that must be given. */
    static String needed(Procedure.Call call, String procedure, String argument) throws ServerError {
        if (!call.given(argument)) {
            throw new ServerError(
                    201,
                    4,
                    16,
                    "Procedure or function '" + procedure + "' expects parameter '" + argument
                            + "', which was not supplied.");
        }
        return call.text(argument);
    }
}
