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
import java.util.List;

/** A session of a client. */
public final class LabSession implements BackendSession {

    private final LabInstance instance;
    private final int id;
    private final Login login;
    private final Backend.Login client;
    private final Backend.Link link;
    private final Connection connection;
    private volatile String database = "master";

    LabSession(LabInstance instance, int id, Login login, Backend.Login client, Backend.Link link) throws SQLException {
        this.instance = instance;
        this.id = id;
        this.login = login;
        this.client = client;
        this.link = link;
        this.connection = instance.catalog();
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String database() {
        return database;
    }

    public Login login() {
        return login;
    }

    /** Changes the database. */
    void use(String name) throws ServerError {
        database = instance.databases().enter(this, name).name();
    }

    boolean isIn(Database other) {
        return database.equalsIgnoreCase(other.name());
    }

    void unjournaled() {}

    @Override
    public void batch(String text, Reply reply) throws ServerError, InterruptedException {
        throw Errors.notSimulated("batches, not yet");
    }

    @Override
    public void batch(String text, List<Parameter> parameters, Reply reply) throws ServerError, InterruptedException {
        batch(text, reply);
    }

    @Override
    public int call(String procedure, List<Parameter> parameters, Reply reply)
            throws ServerError, InterruptedException {
        throw Errors.notSimulated("calls, not yet");
    }

    @Override
    public void cancel() {}

    /** Ends the session from the server's side. */
    void kill() {
        link.cut();
        close();
    }

    @Override
    public void reset() {}

    @Override
    public void close() {
        instance.sessions().remove(this);
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Backend.Login client() {
        return client;
    }
}
