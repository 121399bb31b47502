package io.jenkins.plugins.pchat.lab.wire;

import java.util.List;

/** One logged-in session. Batches and calls come one after the other on one thread; {@link #cancel} comes from another. */
public interface BackendSession extends AutoCloseable {

    /** The session id, {@code @@SPID}. */
    int id();

    /** The current database. */
    String database();

    /** Runs a batch. It writes results and messages to the reply; the wire ends the response. */
    void batch(String text, Reply reply) throws ServerError, InterruptedException;

    /**
     * {@code sp_executesql}, {@code sp_prepexec} or {@code sp_execute}: runs a text with parameters. Parameters with {@code output} set are
     * given a new value by the session.
     */
    void batch(String text, List<Parameter> parameters, Reply reply) throws ServerError, InterruptedException;

    /** A remote procedure call by name; the return value is the procedure's. */
    int call(String procedure, List<Parameter> parameters, Reply reply) throws ServerError, InterruptedException;

    /**
     * An attention came, or the client is gone: what runs stops as soon as it can, by an {@link InterruptedException} out of batch or call. The wire has
     * interrupted the running thread as well, and clears that interrupt when batch or call has returned; here belongs what an interrupt does not reach, such
     * as a statement inside the catalog. It may come a moment too late: it must not harm the next batch.
     */
    void cancel();

    /** RESETCONNECTION: database, options and temporary tables back to what they were after the login; an open transaction is rolled back. */
    void reset();

    /** The client is gone, and nothing runs any more (after {@link #cancel}): an open transaction is rolled back, locks are released. */
    @Override
    void close();
}
