package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what the table engine refuses in SQL Server's numbers. */
final class EngineErrors {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private EngineErrors() {}

    /** 57014 is how H2 says that a statement was cancelled. */
    static boolean isCancelled(SQLException e) {
        return e.getErrorCode() == 57014;
    }

    static ServerError of(SQLException e) {
        String text = e.getMessage() == null ? "" : e.getMessage().split("; SQL statement:")[0];
        Matcher quoted = QUOTED.matcher(text);
        String name = quoted.find() ? quoted.group(1) : text;
        return switch (e.getErrorCode()) {
            case 42102, 42103, 42104, 90079 -> SessionScope.invalidObject(name);
            case 42101 ->
                new ServerError(2714, 6, 16, "There is already an object named '" + name + "' in the database.");
            case 42122 -> new ServerError(207, 16, "Invalid column name '" + name + "'.");
            case 90022 -> Errors.notSimulated("the function " + name);
            case 22018, 22007, 90008 -> new ServerError(245, 16, "Conversion failed: " + text);
            case 22003, 22004 -> new ServerError(8115, 2, 16, "Arithmetic overflow error: " + text);
            case 22012 -> new ServerError(8134, 16, "Divide by zero error encountered.");
            case 22001 -> new ServerError(8152, 16, "String or binary data would be truncated.");
            case 23502 -> new ServerError(515, 2, 16, "Cannot insert the value NULL: " + text);
            case 23505 -> new ServerError(2627, 14, "Violation of a PRIMARY KEY or UNIQUE constraint: " + text);
            case 21002 ->
                new ServerError(213, 16, "Column name or number of supplied values does not match table definition.");
            case 50200, 40001, 90131 -> new ServerError(1222, 51, 16, "Lock request time out period exceeded.");
            case 42000, 42001 ->
                new ServerError(102, 15, "Incorrect syntax, or nothing that the lab simulates: " + text);
            default -> Errors.notSimulated("this query (" + e.getErrorCode() + " " + text + ")");
        };
    }
}
