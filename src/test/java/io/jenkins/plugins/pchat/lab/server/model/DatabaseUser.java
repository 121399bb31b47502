package io.jenkins.plugins.pchat.lab.server.model;

/**
 * A principal of a database, as {@code sys.database_principals} has it.
 *
 * @param type S, U, G as for logins, R for a role
 * @param sid null for principals that no login belongs to
 */
public record DatabaseUser(int id, String name, char type, byte[] sid) {

    public String typeName() {
        return switch (type) {
            case 'U' -> "WINDOWS_USER";
            case 'G' -> "WINDOWS_GROUP";
            case 'R' -> "DATABASE_ROLE";
            default -> "SQL_USER";
        };
    }

    /** {@code authentication_type_desc}. */
    public String authentication() {
        return sid == null || type == 'R' ? "NONE" : type == 'S' ? "INSTANCE" : "WINDOWS";
    }

    public DatabaseUser of(byte[] newSid) {
        return new DatabaseUser(id, name, type, newSid);
    }
}
