package io.jenkins.plugins.pchat.lab.server.store;

import io.jenkins.plugins.pchat.lab.server.model.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * The engine that holds the tables and answers queries: H2 in memory. Each database has a schema {@code mgc.dbo} for
 * its tables and {@code mgc.sys} for its own catalog views; server-wide views are in {@code sys}; what only the lab
 * needs is in {@code lab}.
 */
public final class TableEngine implements AutoCloseable {

    /** Words that H2 reserves and T-SQL doesn't. */
    private static final String FREE_WORDS =
            "VALUE,DAY,HOUR,MINUTE,MONTH,SECOND,YEAR,INTERVAL,LIMIT,OFFSET,ROWNUM,QUALIFY,WINDOW,GROUPS,ARRAY,ROW,ROWS,"
                    + "RANGE,PARTITION,MINUS,NATURAL,REGEXP,ILIKE,UESCAPE,BOTH,LEADING,TRAILING,SYMMETRIC,ASYMMETRIC,"
                    + "LOCALTIME,LOCALTIMESTAMP,UNKNOWN,USING";

    private final String url = "jdbc:h2:mem:lab-" + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;MODE=MSSQLServer;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DATABASE_TO_UPPER=FALSE;"
            + "IGNORECASE=TRUE;DEFAULT_ESCAPE=;"
            + "LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=0;NON_KEYWORDS=" + FREE_WORDS;

    private final TableWrites writes = new TableWrites();

    /** Starts the engine with the schemas that every instance has. */
    public TableEngine() throws SQLException {
        run(
                "CREATE SCHEMA \"sys\"",
                "CREATE SCHEMA \"lab\"",
                "CREATE SEQUENCE \"lab\".\"log_order\"",
                "CREATE TABLE \"lab\".\"log\" (id BIGINT DEFAULT NEXT VALUE FOR \"lab\".\"log_order\" PRIMARY KEY, "
                        + "database_schema VARCHAR(200), "
                        + "table_name VARCHAR(200), kind VARCHAR(20), before_image VARBINARY(100000000), after_image "
                        + "VARBINARY(100000000), "
                        + "columns VARCHAR(1000000))");
    }

    /** A new connection, autocommit. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** Runs statements that change the schema. */
    public void run(String... statements) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** How often each table was written to. */
    public TableWrites writes() {
        return writes;
    }

    /** Makes room for the tables of a database. */
    public void createDatabase(String name) throws SQLException {
        run("CREATE SCHEMA IF NOT EXISTS " + quote(Database.schema(name)));
    }

    /** Forgets a database's tables. */
    public void dropDatabase(String name) throws SQLException {
        run("DROP SCHEMA IF EXISTS " + quote(Database.schema(name)) + " CASCADE");
        writes.forget(Database.schema(name));
    }

    /** Whether a database has a table of a name. */
    public boolean hasTable(String database, String table) {
        String sql = "SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND UPPER(TABLE_NAME) = UPPER(?)";
        try (Connection connection = open();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, Database.schema(database));
            query.setString(2, table);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A quoted name, as the engine takes it. */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            // 90121 and 08xxx: shutting down ends the connection that asked for it.
            if (e.getErrorCode() != 90121 && e.getErrorCode() != 90098) {
                throw new IllegalStateException(e);
            }
        }
    }
}
