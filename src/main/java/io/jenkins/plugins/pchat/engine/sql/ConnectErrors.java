package io.jenkins.plugins.pchat.engine.sql;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlainText;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;

/**
 * Why a connection could not be made. The driver gives one SQLState (08S01) and a translated text for most causes, so
 * they are told apart by the
 * exceptions behind it, by the port numbers in the text, and by looking up the host.
 */
final class ConnectErrors {

    /** The driver puts into some texts what the server sent. */
    private static final int LONGEST = 2_048;

    private ConnectErrors() {}

    static Failure failure(SqlTarget target, SqlLogin login, Throwable error) {
        String text = text(error);
        if (error instanceof SQLException sql && sql.getErrorCode() > 0) {
            return SqlErrors.failure(
                    target + ", login " + login, List.of(new SqlErrors.Reported(sql.getErrorCode(), 0, text)));
        }
        if (has(error, UnsatisfiedLinkError.class::isInstance) || missingLibrary(login, error)) {
            return connect(
                            target,
                            "the agent's Windows account can't be used, for the driver's native library is missing. "
                                    + text)
                    .next("Put mssql-jdbc_auth-" + driverVersion() + "." + architecture()
                            + ".dll into a folder of the agent"
                            + " JVM's java.library.path (the agent must run on Windows), or give a credentialsId.");
        }
        if (has(error, SocketTimeoutException.class::isInstance)) {
            return connect(target, "the server accepted the connection and then said nothing. " + text)
                    .next("Check that this is SQL Server's port, and that the server isn't overloaded or frozen.");
        }
        if (has(error, e -> e instanceof SSLException || e instanceof CertificateException)) {
            return tls(target, error);
        }
        if (unknownHost(target)) {
            return connect(target, "the host name " + target.host() + " can't be resolved on the agent.")
                    .next("Check the spelling of the instance and the agent's DNS.");
        }
        if (target.instanceName() != null && target.port() == 0 && text.contains("1434")) {
            return connect(
                            target,
                            "the instance " + target.instanceName() + " was not found on " + target.host() + ". "
                                    + text)
                    .next("Check the name of the instance, that the SQL Server Browser service runs there and that UDP"
                            + " port 1434 is open; or name the port: 'host,port'.");
        }
        return connect(target, "no connection. " + text)
                .next("Check that the instance runs, that TCP/IP is enabled for it, that the port is right and no"
                        + " firewall is in between.");
    }

    /** The server accepted the connection, and did not finish the login in time. */
    static Failure mute(SqlTarget target, Duration limit) {
        return connect(target, "the server did not finish the login within " + limit.toSeconds() + " s.")
                .next("Check that this is SQL Server's port, and that the server isn't overloaded or frozen.");
    }

    private static Failure tls(SqlTarget target, Throwable error) {
        Throwable cause = deepest(error);
        if (has(error, CertPathBuilderException.class::isInstance)) {
            return connect(target, "the server's certificate is not trusted. " + text(cause))
                    .next("Put the certificate, or its authority's, into the trust store of the agent's JVM"
                            + " (keytool -importcert -cacerts); where that can't be done, set"
                            + " trustServerCertificate: true, which accepts any server.");
        }
        String text = String.valueOf(cause.getMessage());
        if (text.contains("TLS10") || text.contains("TLS11") || text.contains("protocol_version")) {
            return connect(target, "the server offers only versions of TLS that Java does not accept any more. " + text)
                    .next("Update the server so that it speaks TLS 1.2 (SQL Server 2008 R2 to 2014 can be)."
                            + " encrypt: 'false' does not help, for the login is always encrypted.");
        }
        if (has(error, CertificateException.class::isInstance)) {
            return connect(target, "the server's certificate is not made out to " + name(target) + ". " + text)
                    .next("Name the server as its certificate does, or set hostNameInCertificate to the name in the"
                            + " certificate.");
        }
        return connect(target, "no encrypted connection could be made. " + text)
                .next("Check the certificate that SQL Server uses; encrypt: 'strict' needs SQL Server 2022 or"
                        + " later.");
    }

    private static String name(SqlTarget target) {
        return target.hostNameInCertificate() == null ? target.host() : target.hostNameInCertificate();
    }

    private static Failure connect(SqlTarget target, String what) {
        return Failure.of(Failure.Code.CONNECT, target + ": " + what);
    }

    /** On a machine other than Windows the driver refuses before it tries to load anything. */
    private static boolean missingLibrary(SqlLogin login, Throwable error) {
        return login.isAgentAccount()
                && error instanceof SQLException
                && !has(error, e -> e instanceof SSLException || e instanceof SocketTimeoutException)
                && text(error).toLowerCase(Locale.ROOT).contains("authentication");
    }

    private static boolean unknownHost(SqlTarget target) {
        try {
            InetAddress.getByName(target.host());
            return false;
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static boolean has(Throwable error, Predicate<Throwable> wanted) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (wanted.test(e)) {
                return true;
            }
        }
        return false;
    }

    private static Throwable deepest(Throwable error) {
        Throwable e = error;
        while (e.getCause() != null) {
            e = e.getCause();
        }
        return e;
    }

    /** The driver's text without the id of the connection that it appends. */
    static String text(Throwable error) {
        if (error instanceof OutOfMemoryError) {
            return "what the server sent does not fit into the memory of the agent's Java";
        }
        String text = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        return PlainText.line(text, LONGEST)
                .replaceAll(" ?ClientConnectionId:[0-9a-f-]+", "")
                .strip();
    }

    private static String driverVersion() {
        SQLServerDriver driver = new SQLServerDriver();
        return driver.getMajorVersion() + "." + driver.getMinorVersion() + ".<n>";
    }

    private static String architecture() {
        return "amd64".equals(System.getProperty("os.arch")) ? "x64" : System.getProperty("os.arch");
    }
}
