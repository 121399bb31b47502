package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.List;

/** A system procedure of the lab. */
@FunctionalInterface
public interface Procedure {

    /** Runs it; the return value is the procedure's. */
    int run(Call call) throws ServerError, InterruptedException;

    /** A call with its arguments, bound by name or by position as T-SQL allows. */
    interface Call {

        Instance instance();

        /** The database the caller is in. */
        String database();

        /** The caller's login name. */
        String login();

        /** The caller's application name. */
        String application();

        boolean isSysadmin();

        /**
         * The names of the arguments in the procedure's declared order, for those given by position; called before any
         * of the others.
         */
        void declare(String... names);

        boolean given(String name);

        /** The value of an argument, null when it wasn't given or is NULL: String, Integer, Long, Boolean, UUID, ... */
        Object argument(String name);

        default String text(String name) {
            Object value = argument(name);
            return value == null ? null : value.toString();
        }

        /** An integer argument, or the default when it wasn't given. */
        default int number(String name, int otherwise) {
            Object value = argument(name);
            return value == null ? otherwise : value instanceof Boolean b ? (b ? 1 : 0) : ((Number) value).intValue();
        }

        /** Sets an output argument; nothing happens when the caller didn't ask for it. */
        void output(String name, Object value);

        /** Sends a result set. */
        void result(List<Column> columns, List<List<?>> rows);

        /** Prints a message, {@code PRINT} or severity 0. */
        void info(int number, String text);

        /** Raises an error that does not end the batch, as RAISERROR in a procedure does. */
        void error(int number, int severity, String text);
    }
}
