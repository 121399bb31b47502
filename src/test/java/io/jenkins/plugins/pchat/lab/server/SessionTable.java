package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Moments;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.Login;
import io.jenkins.plugins.pchat.lab.wire.Backend;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The sessions of an instance, by id. */
public final class SessionTable {

    private final Map<Integer, LabSession> sessions = new ConcurrentSkipListMap<>();
    private final AppLocks appLocks = new AppLocks();
    private final AtomicInteger nextId = new AtomicInteger(51);

    /** Checks a login: 18456 when it isn't one, 4060 followed by 18456 when the database can't be opened. */
    LabSession login(LabInstance instance, Backend.Login wanted, Backend.Link link) throws ServerError {
        hold(instance, wanted);
        Login login = instance.logins().check(wanted.user(), wanted.password(), wanted.windows());
        if (login == null
                || instance.faults().moments().login(instance.serverName(), wanted.applicationName())
                        == Moments.Blow.REFUSE
                || instance.faults().strikes(Fault.LOGIN_REFUSED, instance.serverName())) {
            instance.journal()
                    .add(
                            Journal.Kind.EVENT,
                            instance.serverName(),
                            wanted.applicationName(),
                            "login refused: " + wanted.user());
            throw loginFailed(wanted);
        }
        LabSession session = open(instance, login, wanted, link);
        String database = wanted.database();
        if (database != null && !database.isEmpty()) {
            try {
                session.use(database);
            } catch (ServerError e) {
                session.close();
                ServerError cannotOpen = new ServerError(
                        4060,
                        11,
                        "Cannot open database \"" + database + "\" requested by the login. The login failed.");
                cannotOpen.addSuppressed(loginFailed(wanted));
                throw cannotOpen;
            }
        }
        instance.journal()
                .add(Journal.Kind.EVENT, instance.serverName(), wanted.applicationName(), "login " + login.name());
        return session;
    }

    private static void hold(LabInstance instance, Backend.Login wanted) throws ServerError {
        try {
            instance.faults().holds().pass("login of " + wanted.applicationName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw loginFailed(wanted);
        }
    }

    /** Opens a session without asking for a password. */
    LabSession open(LabInstance instance, Login login, Backend.Login wanted, Backend.Link link) {
        try {
            LabSession session = new LabSession(instance, nextId.getAndIncrement(), login, wanted, link);
            sessions.put(session.id(), session);
            return session;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServerError loginFailed(Backend.Login wanted) {
        return new ServerError(18456, 14, "Login failed for user '" + wanted.user() + "'.");
    }

    void remove(LabSession session) {
        sessions.remove(session.id());
    }

    /** The application locks that sessions hold. */
    public AppLocks appLocks() {
        return appLocks;
    }

    public List<LabSession> all() {
        return List.copyOf(sessions.values());
    }

    /** The session with an id, null when there is none. */
    public LabSession find(int id) {
        return sessions.get(id);
    }

    /** The sessions that are in a database now, but one. */
    public List<LabSession> in(Database database, LabSession except) {
        return all().stream().filter(s -> s != except && s.isIn(database)).toList();
    }

    /** Ends the sessions of one application, as the death of its process does. */
    public void closeAll(String application) {
        all().stream()
                .filter(session -> session.hasClient()
                        && application.equals(session.client().applicationName()))
                .forEach(LabSession::kill);
    }

    void closeAll() {
        all().forEach(LabSession::kill);
    }
}
