package io.jenkins.plugins.pchat.lab.wire;

import java.util.List;

/** The response to one batch or call, token by token. The wire buffers it; {@link #flush} sends what is there at once. */
public interface Reply {

    /** Begins a result set. */
    void columns(List<Column> columns);

    /** A row of the result set, its values as {@link Column.Type} says. */
    void row(List<?> values);

    /** Ends a result set that {@link #columns} began. */
    void endOfRows();

    /** Ends a statement that changed rows. */
    void updated(long rows);

    /** Ends a statement that gives neither rows nor a count. */
    void done();

    /** A message of severity 0 to 10. */
    void info(int number, int state, int severity, String text, int line);

    /** An error of severity 11 to 19 after which the batch goes on; an error that ends the batch is thrown as {@link ServerError}. */
    void error(int number, int state, int severity, String text, int line);

    /** The database has changed: tells the client, with message 5701 too. */
    void database(String name);

    /** Sends what there is, so that the client sees it now. */
    void flush();
}
