package io.jenkins.plugins.pchat.engine.sql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/**
 * The sockets of logins that are under way. The driver gives nobody a connection before it has logged in, and a server that never stops answering would keep its
 * thread for ever, and its answer in memory; so what is read is limited, and who gives a login up closes its socket. The driver makes this class by its name.
 */
public final class LoginSockets extends SocketFactory {

    private static final Map<String, Set<Socket>> OPEN = new ConcurrentHashMap<>();

    private final String login;

    /** @param login what {@link #begin} gave */
    public LoginSockets(String login) {
        this.login = login;
    }

    /** The key of a new login. */
    static String begin() {
        String login = UUID.randomUUID().toString();
        OPEN.put(login, ConcurrentHashMap.newKeySet());
        return login;
    }

    /** The login has ended, well or not: its sockets are the driver's own. */
    static void end(String login) {
        OPEN.remove(login);
    }

    /** Ends a login that nobody waits for any more. */
    static void giveUp(String login) {
        Set<Socket> sockets = OPEN.remove(login);
        if (sockets != null) {
            sockets.forEach(LoginSockets::closeQuietly);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // A socket that can't be closed is of no use to the login either.
            return;
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        Set<Socket> sockets = OPEN.get(login);
        if (sockets == null) {
            throw new IOException("the login was given up");
        }
        Socket socket = new LoginSocket(() -> OPEN.containsKey(login));
        sockets.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("a socket is connected when it is known, not before");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }
}
