package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.Login;
import io.jenkins.plugins.pchat.lab.wire.Backend;
import io.jenkins.plugins.pchat.lab.wire.BackendSession;
import io.jenkins.plugins.pchat.lab.wire.Parameter;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;

/** A session of a client: who it is, what it runs, how that is stopped. */
public final class LabSession implements BackendSession {

    private final LabInstance instance;
    private final int id;
    private final Login login;
    private final Backend.Login client;
    private final Backend.Link link;
    private final Connection connection;
    private final int handle;
    private final SessionState state = new SessionState();
    private final Transactions transactions = new Transactions(this);
    private final LocalDateTime since;
    private final Running running;
    private volatile String database = "master";

    LabSession(LabInstance instance, int id, Login login, Backend.Login client, Backend.Link link) throws SQLException {
        this.instance = instance;
        this.id = id;
        this.login = login;
        this.client = client;
        this.link = link;
        this.since = instance.now();
        this.running = new Running(since);
        this.connection = instance.catalog();
        this.handle = Contexts.register(this);
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String database() {
        return database;
    }

    public LabInstance instance() {
        return instance;
    }

    public Login login() {
        return login;
    }

    /** What the client said of itself. */
    public Backend.Login client() {
        return client;
    }

    /** When it logged in. */
    public LocalDateTime since() {
        return since;
    }

    /** {@code @@TRANCOUNT}. */
    public int transactions() {
        return state.transactions();
    }

    /** What runs now and when something last ran. */
    public Running running() {
        return running;
    }

    SessionState state() {
        return state;
    }

    Connection connection() {
        return connection;
    }

    Backend.Link link() {
        return link;
    }

    /** Its transactions, which outlive a batch. */
    Transactions openTransactions() {
        return transactions;
    }

    /** Whether somebody is connected; the server's own programs run without. */
    boolean hasClient() {
        return link != SceneSetter.NO_LINK;
    }

    int handle() {
        return handle;
    }

    /** Changes the database: 911, 916, 924, 927, 942. */
    void use(String name) throws ServerError {
        database = instance.databases().enter(this, name).name();
    }

    /** Leaves a database that is about to vanish. */
    void leave() {
        database = "master";
    }

    boolean isIn(Database other) {
        return database.equalsIgnoreCase(other.name());
    }

    /** Whether it could go into a database now. */
    public boolean canEnter(String name) {
        try {
            instance.databases().enter(this, name);
            return true;
        } catch (ServerError e) {
            return false;
        }
    }

    /** Whether it has a temporary table of a name. */
    public boolean hasTemporaryTable(String name) {
        return state.temporaryTables().contains(name);
    }

    /** What it does is the lab's own doing and not written to the journal. */
    void unjournaled() {
        state.journaled(false);
    }

    @Override
    public void batch(String text, Reply reply) throws ServerError, InterruptedException {
        batch(text, List.of(), reply);
    }

    @Override
    public void batch(String text, List<Parameter> parameters, Reply reply) throws ServerError, InterruptedException {
        running.begin(instance.now());
        try {
            new BatchRun(this, reply).run(text, parameters);
        } finally {
            running.end(instance.now());
        }
    }

    @Override
    public int call(String procedure, List<Parameter> parameters, Reply reply)
            throws ServerError, InterruptedException {
        running.begin(instance.now());
        try {
            return new BatchRun(this, reply).call(procedure, parameters);
        } finally {
            running.end(instance.now());
        }
    }

    @Override
    public void cancel() {
        running.cancel();
    }

    /** Ends the session from the server's side, without a word to the client. */
    void kill() {
        running.cancel();
        link.cut();
        close();
    }

    @Override
    public void reset() {
        SessionReset.run(this);
        String first = client.database() == null || client.database().isEmpty() ? "master" : client.database();
        database = canEnter(first) ? first : "master";
    }

    @Override
    public void close() {
        instance.sessions().remove(this);
        running.cancel();
        Contexts.forget(handle);
        try {
            // Rolls back what is open.
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
