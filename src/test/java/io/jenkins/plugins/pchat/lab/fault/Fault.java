package io.jenkins.plugins.pchat.lab.fault;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can go wrong in the lab, by name. */
public enum Fault {
    /** The TCP connection is reset while a statement runs. */
    CONNECTION_CUT,
    /** The instance dies while a statement runs and is started again shortly after; what was not finished is rolled back. */
    SERVER_KILLED,
    /** The next login fails with error 18456. */
    LOGIN_REFUSED,
    /** Writing to the share fails with operating system error 112. */
    SHARE_FULL,
    /** The share can't be found, operating system error 53. */
    SHARE_GONE,
    /** A backup file is damaged after it was written. */
    BACKUP_DAMAGED,
    /** Somebody is connected to the database: error 3101, whatever is tried. */
    EXCLUSIVE_ACCESS_REFUSED,
    /** SQL Server Agent does not run. */
    AGENT_STOPPED,
    /** SQL Server Agent's account may not read the share when it copies log backups, though the engine's account may. */
    AGENT_SHARE_DENIED,
    /** A page of each database is damaged; DBCC CHECKDB finds it. */
    PAGES_DAMAGED,
    /** A chat server that was taken off the list keeps its session and goes on writing to the database, until its session is ended. */
    LATE_WRITER,
    /** A chat server that was taken off the list keeps its session, and writes nothing. */
    LATE_SESSION,
    /** The PowerShell process ends without an answer. */
    SHELL_CRASH,
    /** The account may not run the cmdlet. */
    RBAC_REFUSED,
    /** A change of the configuration never reaches the servers of the pool. */
    REPLICATION_STUCK,
    /** The disks are so slow that everything takes long. */
    SLOW_DISK;

    private static final Set<Fault> ONCE =
            EnumSet.of(CONNECTION_CUT, SERVER_KILLED, LOGIN_REFUSED, BACKUP_DAMAGED, SHELL_CRASH);

    /** Whether it happens once; the others last. */
    public boolean once() {
        return ONCE.contains(this);
    }

    /** The name as a person writes it: {@code share-full}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a name as a person writes it. */
    public static Fault of(String word) {
        for (Fault fault : values()) {
            if (fault.word().equals(word)) {
                return fault;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is no fault of the lab.");
    }
}
