package io.jenkins.plugins.pchat.lab.chat;

import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every row of every table of {@code mgc} on one instance, at one moment. */
public final class Rows {

    private final Map<String, Set<String>> tables = new TreeMap<>();

    private Rows() {}

    /** Reads them past the protocol. */
    public static Rows of(LabInstance instance) {
        Rows all = new Rows();
        Database mgc = instance.databases().find(Mgc.NAME);
        try (Connection connection = instance.catalog();
                Statement statement = connection.createStatement()) {
            for (String table : mgc.tables().keySet()) {
                all.tables.put(table.toLowerCase(java.util.Locale.ROOT), read(statement, table));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("can't read mgc on " + instance.serverName() + ": " + e.getMessage(), e);
        }
        return all;
    }

    private static Set<String> read(Statement statement, String table) throws SQLException {
        Set<String> rows = new HashSet<>();
        try (ResultSet result =
                statement.executeQuery("SELECT * FROM \"" + Database.schema(Mgc.NAME) + "\".\"" + table + "\"")) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(result.getString(i)).append('\u0000');
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    /** How many rows there are. */
    public int count() {
        return tables.values().stream().mapToInt(Set::size).sum();
    }

    /** How many of these rows the other side does not have, exactly as they are here. */
    public int missingIn(Rows other) {
        int missing = 0;
        for (Map.Entry<String, Set<String>> table : tables.entrySet()) {
            Set<String> there = other.tables.getOrDefault(table.getKey(), Set.of());
            missing += (int) table.getValue().stream()
                    .filter(row -> !there.contains(row))
                    .count();
        }
        return missing;
    }
}
