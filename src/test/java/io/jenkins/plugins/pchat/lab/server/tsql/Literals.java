package io.jenkins.plugins.pchat.lab.server.tsql;

/** Writes names and values as T-SQL. */
public final class Literals {

    private Literals() {}

    /** A name in brackets. */
    public static String name(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    /** A Unicode text literal. */
    public static String text(String value) {
        return "N'" + value.replace("'", "''") + "'";
    }
}
