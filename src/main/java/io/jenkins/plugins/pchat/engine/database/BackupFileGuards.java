package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;
import java.util.List;

/** What must hold of a backup before it is restored anywhere. */
final class BackupFileGuards {

    private static final String TAKE_ANOTHER =
            "Take a backup with the backup step (pchatBackupDb) and give its path here.";

    /** Users went on writing after a trial backup: what they wrote would be missing from the database that replaces theirs. */
    static final Guard<SeenBackup> NOT_TRIAL = Guard.refuseIf(
            "backup-not-trial",
            s -> HandOver.trialName(s.database()).equalsIgnoreCase(s.set().name()),
            s -> s.path() + " was taken for a trial, while users went on writing to " + s.database() + ".",
            "To try the restore without touching the database, give trial: true here. For the failback itself, take the hand-over backup"
                    + " (pchatBackupDb without trial) and give its path.");

    private BackupFileGuards() {}

    /** @param source the server that it must come from; null for any but the one that restores it */
    static List<Guard<SeenBackup>> all(String source) {
        return List.of(
                Guard.refuseIf(
                        "backup-readable",
                        s -> s.unreadable() != null,
                        s -> s.path() + " can't be read from " + s.server().name() + ": " + s.unreadable(),
                        "Check that the share's server is up, that the path is right, and that the service account of SQL Server on"
                                + " this server may read there."),
                Guard.refuseIf(
                        "backup-one-set",
                        s -> s.set() == null,
                        s -> s.path() + " holds " + s.sets().size()
                                + " backup sets; which one is meant can't be known.",
                        TAKE_ANOTHER),
                Guard.refuseIf(
                        "backup-full",
                        s -> !s.set().full(),
                        s -> s.path() + " is no full backup: its type is "
                                + s.set().type() + ".",
                        TAKE_ANOTHER),
                Guard.refuseIf(
                        "backup-of-database",
                        s -> !s.database().equalsIgnoreCase(s.set().database()),
                        s -> s.path() + " holds the database " + s.set().database() + ", not " + s.database() + ".",
                        "Check the path of the backup and the name of the database."),
                Guard.refuseIf(
                        "backup-undamaged",
                        s -> s.set().damaged(),
                        s -> s.path() + " was taken of a database with damaged pages.",
                        "Run DBCC CHECKDB on the backup instance, and do not go on before that is clear."),
                Guard.refuseIf(
                        "backup-checksummed",
                        s -> !s.set().checksums(),
                        s -> s.path() + " has no checksums, so that damage in it can't be seen.",
                        TAKE_ANOTHER),
                Guard.refuseIf(
                        "backup-writable",
                        s -> s.set().readOnly(),
                        s -> s.path()
                                + " was taken while the database was READ_ONLY, and the restored one would be so too.",
                        "Set the database on the backup instance to READ_WRITE and take a new backup."),
                Guard.refuseIf(
                        "backup-from-other-instance",
                        s -> s.server().isCalled(s.set().server()),
                        s -> s.path() + " was taken on " + s.server().name()
                                + " itself; the database that serves the users is on the other instance.",
                        "Check the instance and the path: the backup comes from the instance that serves the users."),
                Guard.refuseIf(
                        "backup-from-source",
                        s -> source != null && !source.equalsIgnoreCase(s.set().server()),
                        s -> s.path() + " was taken on " + s.set().server() + ", not on " + source + ".",
                        "Check the path of the backup, and the source."),
                Guard.refuseIf(
                        "backup-version",
                        s -> s.set().major() != s.server().major()
                                || s.set().minor() > s.server().minor(),
                        s -> s.path() + " was taken on version " + s.set().major() + "."
                                + s.set().minor() + ", and "
                                + s.server().name() + " has " + s.server().version()
                                + "; either the restore (3169) or log shipping back would fail.",
                        "Bring both instances to the same major version of SQL Server first."));
    }
}
