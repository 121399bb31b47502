package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import java.util.List;

/**
 * A session with one SQL Server instance, in {@code master}, autocommit. If the connection is lost, the next call opens
 * a new one; nothing
 * that ran is repeated.
 */
public interface SqlSession extends AutoCloseable {

    /** The instance as the user named it; for messages until the server has told its own name. */
    String instance();

    /**
     * Reads. Never used for a statement that changes anything.
     *
     * @param sql one statement with at most one result set; {@code ?} for each parameter
     * @param parameters values, never names
     * @return the rows; columns are found by name
     */
    List<SqlRow> query(String sql, Object... parameters) throws Failure, InterruptedException;

    /**
     * Runs a batch that may take hours: all its results are drained, server messages and progress go to the console
     * while it runs, and an
     * interrupt cancels it on the server before {@link InterruptedException} is thrown.
     *
     * @throws Failure with the first error's number and text
     */
    void execute(String sql, Console console) throws Failure, InterruptedException;

    /**
     * The same, for a statement that moves a known number of bytes.
     *
     * @param bytes what will be read or written, so that progress can tell a rate; 0 when it isn't known
     */
    default void execute(String sql, long bytes, Console console) throws Failure, InterruptedException {
        execute(sql, console);
    }

    @Override
    void close();
}
