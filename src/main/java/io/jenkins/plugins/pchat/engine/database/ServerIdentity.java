package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.Unusable;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.time.LocalDateTime;

/**
 * Who a server says it is.
 *
 * @param name {@code @@SERVERNAME}, by which backups and log shipping know it
 * @param propertyName {@code SERVERPROPERTY('ServerName')}, which differs after a host was renamed
 * @param version {@code 12.0.6024.0}
 * @param defaultDataPath null before 2012
 * @param defaultLogPath null before 2012
 * @param login who we are there
 * @param sysadmin whether we may do everything
 * @param time the server's local time
 */
public record ServerIdentity(
        String name,
        String propertyName,
        String version,
        String edition,
        String collation,
        String defaultDataPath,
        String defaultLogPath,
        String login,
        boolean sysadmin,
        LocalDateTime time) {

    /** The major version whose minor ones are versions of their own: 2008 and 2008 R2. */
    private static final int VERSION_2008 = 10;

    public static ServerIdentity read(SqlSession session) throws Failure, InterruptedException {
        SqlRow row = SqlRow.first(session.query(Queries.SERVER_IDENTITY));
        String property = row.text("property_name");
        String given = row.text("server_name");
        String name = given != null ? given : property != null ? property : session.instance();
        String version = row.text("product_version");
        if (version == null || !version.matches("\\d{1,4}\\.\\d{1,4}\\..{1,40}") || row.time("server_time") == null) {
            throw new Unusable(
                    Failure.Code.SQL,
                    "the server gives " + PlainText.quoted(version) + " as its version and "
                            + PlainText.quoted(row.text("server_time")) + " as its time");
        }
        return new ServerIdentity(
                name,
                property == null ? name : property,
                version,
                row.word("edition"),
                row.text("server_collation"),
                row.text("default_data_path"),
                row.text("default_log_path"),
                row.text("login_name"),
                row.flag("is_sysadmin"),
                row.time("server_time"));
    }

    /** Whether a name in a backup or in a parameter means this server. */
    public boolean isCalled(String other) {
        return name.equalsIgnoreCase(other) || propertyName.equalsIgnoreCase(other);
    }

    /** 10 for 2008 and 2008 R2, 11 for 2012, 12 for 2014, 13 for 2016. */
    public int major() {
        return part(0);
    }

    /** 50 for 2008 R2; 0 for most others. */
    public int minor() {
        return part(1);
    }

    /** The version by which backups can be exchanged: 2008 R2 is another one than 2008 ({@code 1050}, {@code 1000}). */
    int release() {
        return major() * 100 + (major() == VERSION_2008 ? minor() : 0);
    }

    private int part(int position) {
        return Integer.parseInt(version.split("\\.")[position]);
    }

    String line() {
        return name + ": SQL Server " + version + ", " + edition + ", as " + login;
    }
}
