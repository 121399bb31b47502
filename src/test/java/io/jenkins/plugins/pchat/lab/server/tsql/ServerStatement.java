package io.jenkins.plugins.pchat.lab.server.tsql;

import java.util.List;
import java.util.Set;

/** A statement that works on the server's databases, logins and sessions. */
public sealed interface ServerStatement extends Statement {

    /**
     * BACKUP.
     *
     * @param kind DATABASE or LOG
     * @param database a name or variable
     */
    record Backup(int line, String kind, Expression database, List<Expression> disks, WithOptions options)
            implements ServerStatement {}

    /**
     * RESTORE.
     *
     * @param kind DATABASE, LOG, HEADERONLY, FILELISTONLY, VERIFYONLY or LABELONLY
     * @param database a name or variable, null for the kinds that only look at a backup
     * @param disks none to recover what was restored before
     */
    record Restore(int line, String kind, Expression database, List<Expression> disks, WithOptions options)
            implements ServerStatement {}

    /**
     * {@code ALTER DATABASE x SET option [value] [WITH termination]}.
     *
     * @param option in upper case: PARTNER, SINGLE_USER, RECOVERY
     * @param value in upper case: OFF, FULL; null without one
     * @param termination IMMEDIATE, AFTER, NO_WAIT, or null to wait for ever
     * @param seconds how long AFTER waits
     */
    record AlterDatabase(int line, String database, String option, String value, String termination, int seconds)
            implements ServerStatement {}

    /** CREATE DATABASE; the folder of its files is null for the default one. */
    record CreateDatabase(int line, String database) implements ServerStatement {}

    record DropDatabase(int line, List<String> databases) implements ServerStatement {}

    /** DBCC CHECKDB; the database is null for the current one, options are in upper case. */
    record CheckDatabase(int line, Expression database, Set<String> options) implements ServerStatement {}

    record AlterAuthorization(int line, String database, String principal) implements ServerStatement {}

    /** CREATE LOGIN; password and sid are null for a Windows login, the sid's digits without 0x. */
    record CreateLogin(int line, String name, boolean windows, String password, String sid)
            implements ServerStatement {}

    record DropLogin(int line, String name) implements ServerStatement {}

    /** {@code ALTER SERVER ROLE role ADD|DROP MEMBER member}. */
    record AlterServerRole(int line, String role, boolean add, String member) implements ServerStatement {}

    /** CREATE USER; the login is null for WITHOUT LOGIN. */
    record CreateUser(int line, String name, String login) implements ServerStatement {}

    /** {@code ALTER USER x WITH LOGIN = y}. */
    record AlterUser(int line, String name, String login) implements ServerStatement {}

    record DropUser(int line, String name) implements ServerStatement {}

    record Kill(int line, Expression session) implements ServerStatement {}
}
