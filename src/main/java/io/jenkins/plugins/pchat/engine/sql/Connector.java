package io.jenkins.plugins.pchat.engine.sql;

import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Connects to one instance, as often as asked. Each property goes to the driver by its setter; no text becomes part of
 * a URL.
 *
 * <p>The driver's own {@code loginTimeout} does not bound a server that accepts the connection and says nothing. Each
 * read has a socket timeout
 * while logging in, and the whole attempt runs on a thread of its own, so that it can be given up.
 */
final class Connector {

    private final SqlTarget target;
    private final SqlLogin login;
    private final OperationId id;
    private final Limits limits;

    Connector(SqlTarget target, SqlLogin login, OperationId id, Limits limits) {
        this.target = target;
        this.login = login;
        this.id = id;
        this.limits = limits;
    }

    String instance() {
        return target.instance();
    }

    String applicationName() {
        return id.applicationName();
    }

    /** A new connection in {@code master}, autocommit, without a socket timeout. */
    SQLServerConnection connect() throws Failure, InterruptedException {
        return connect(limits.connect());
    }

    /** The same within a limit of its own. */
    SQLServerConnection connect(Duration limit) throws Failure, InterruptedException {
        CompletableFuture<SQLServerConnection> attempt = new CompletableFuture<>();
        String key = LoginSockets.begin();
        Threads.start("connect " + target, () -> {
            try {
                SQLServerConnection connection =
                        (SQLServerConnection) dataSource(key).getConnection();
                connection.setNetworkTimeout(Runnable::run, 0);
                if (!attempt.complete(connection)) {
                    connection.close();
                }
            } catch (SQLException | RuntimeException | Error e) {
                // An Error too, such as that what a server announces doesn't fit into memory.
                attempt.completeExceptionally(e);
            } finally {
                LoginSockets.end(key);
            }
        });
        try {
            return attempt.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw ConnectErrors.failure(target, login, e.getCause());
        } catch (TimeoutException e) {
            attempt.cancel(false);
            LoginSockets.giveUp(key);
            throw ConnectErrors.mute(target, limit);
        } catch (InterruptedException e) {
            attempt.cancel(false);
            LoginSockets.giveUp(key);
            throw e;
        }
    }

    private SQLServerDataSource dataSource(String key) {
        SQLServerDataSource source = new SQLServerDataSource();
        source.setServerName(target.host());
        if (target.port() > 0) {
            source.setPortNumber(target.port());
        } else if (target.instanceName() != null) {
            source.setInstanceName(target.instanceName());
        }
        source.setDatabaseName("master");
        source.setSocketFactoryClass(LoginSockets.class.getName());
        source.setSocketFactoryConstructorArg(key);
        source.setApplicationName(id.applicationName());
        source.setEncrypt(target.encrypt().word());
        source.setTrustServerCertificate(target.trustServerCertificate());
        if (target.hostNameInCertificate() != null) {
            source.setHostNameInCertificate(target.hostNameInCertificate());
        }
        source.setLoginTimeout((int) Math.max(1, limits.connect().toSeconds()));
        source.setSocketTimeout(Limits.millis(limits.read()));
        // A lost connection is reported, not replaced by a new one behind our back; a refused login is not tried again.
        source.setConnectRetryCount(0);
        identify(source);
        return source;
    }

    private void identify(SQLServerDataSource source) {
        if (login.isAgentAccount()) {
            source.setIntegratedSecurity(true);
            return;
        }
        String user = login.user();
        if (login.isWindows()) {
            source.setIntegratedSecurity(true);
            source.setAuthenticationScheme("NTLM");
            source.setDomain(user.substring(0, user.indexOf('\\')).toUpperCase(Locale.ROOT));
            user = user.substring(user.indexOf('\\') + 1);
        }
        source.setUser(user);
        source.setPassword(login.password());
    }
}
