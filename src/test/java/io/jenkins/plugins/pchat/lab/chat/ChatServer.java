package io.jenkins.plugins.pchat.lab.chat;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.shell.Topology;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * One Persistent Chat server. While the list of active servers that has reached it names it, it writes messages to
 * the {@code mgc} that the pool state names. Taken off the list it takes no more messages, but its connection stays
 * for a while: a server that is taken off does not cut what is connected.
 */
final class ChatServer implements Runnable {

    /** Between two messages of one server. */
    private static final Duration PACE = Duration.ofMillis(20);

    /** Before it tries again to reach a database that it can't. */
    private static final Duration RETRY = Duration.ofMillis(100);

    private final String computer;
    private final ChatService service;
    private final Duration drain;
    private Connection connection;
    private String connectedFor;
    private boolean complained;

    ChatServer(String computer, ChatService service, Duration drain) {
        this.computer = computer;
        this.service = service;
        this.drain = drain;
    }

    @Override
    public void run() {
        try {
            while (true) {
                service.await(this::serves);
                service.begins();
                try {
                    while (serves()) {
                        Thread.sleep((write() ? PACE : RETRY).toMillis());
                    }
                    writeLate();
                } finally {
                    service.ends();
                }
                // Clients that are connected keep the server's session alive until they have gone.
                service.await(this::serves, drain);
                stayLate();
                if (!serves()) {
                    disconnect();
                }
            }
        } catch (InterruptedException e) {
            disconnect();
        }
    }

    /** Off the list, it goes on with the session that it has: nobody has told its clients to leave. */
    private void writeLate() throws InterruptedException {
        boolean late = false;
        while (!serves() && connection != null && service.faults().inForce(Fault.LATE_WRITER)) {
            if (!late) {
                late = true;
                service.journal()
                        .add(Journal.Kind.EVENT, computer, ChatService.PROGRAM, "is off the list and goes on writing");
            }
            if (insert()) {
                Thread.sleep(PACE.toMillis());
            }
        }
    }

    private void stayLate() throws InterruptedException {
        while (!serves() && connection != null && service.faults().inForce(Fault.LATE_SESSION)) {
            service.await(this::serves, RETRY);
        }
    }

    private boolean serves() {
        return service.topology().serves(computer);
    }

    /** Writes one message; only what the database has confirmed counts as acknowledged. */
    private boolean write() {
        try {
            connect();
        } catch (SQLException e) {
            failed(e);
            return false;
        }
        return insert();
    }

    private boolean insert() {
        try {
            long message = service.ledger().next();
            try (PreparedStatement insert = connection.prepareStatement(Mgc.INSERT)) {
                insert.setLong(1, message);
                insert.setInt(2, Mgc.room(message));
                insert.setString(3, Mgc.author(message));
                insert.setTimestamp(4, Timestamp.valueOf(LocalDateTime.now()));
                insert.setString(5, Mgc.content(message));
                if (insert.executeUpdate() == 1) {
                    service.ledger().acknowledge(message);
                }
            }
            complained = false;
            return true;
        } catch (SQLException e) {
            failed(e);
            return false;
        }
    }

    private void failed(SQLException e) {
        disconnect();
        if (!complained) {
            complained = true;
            service.journal()
                    .add(Journal.Kind.EVENT, computer, ChatService.PROGRAM, "can't use mgc: " + e.getMessage());
        }
    }

    private void connect() throws SQLException {
        String state = service.topology().stateAt(computer);
        if (connection != null && !state.equals(connectedFor)) {
            disconnect();
        }
        if (connection == null) {
            connection = service.connect(computer, state.equals(Topology.NORMAL));
            connectedFor = state;
        }
    }

    private void disconnect() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                service.journal()
                        .add(
                                Journal.Kind.EVENT,
                                computer,
                                ChatService.PROGRAM,
                                "its connection ended badly: " + e.getMessage());
            }
            connection = null;
        }
    }
}
