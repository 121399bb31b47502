package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;
import java.util.List;

/** What must hold before the hand-over backup is taken. */
final class BackupGuards {

    private BackupGuards() {}

    static List<Guard<BackupState>> all() {
        return List.of(
                CommonGuards.permission(BackupState::server),
                Guard.refuseIf(
                        "database-exists",
                        s -> s.database() == null,
                        s -> s.name() + " does not exist on " + s.server().name()
                                + ", so this is not the instance that serves the users.",
                        "Check the instance and the name of the database."),
                Guard.refuseIf(
                        "principal",
                        s -> s.mirroring().isMirror(),
                        s -> s.name() + " is the mirror copy on " + s.server().name()
                                + "; the copy that users work with is on "
                                + s.mirroring().partner() + ".",
                        "Name the partner as the instance: it is the principal."),
                Guard.refuseIf(
                        "database-online",
                        s -> !s.database().online(),
                        s -> s.name() + " on " + s.server().name() + " is "
                                + s.database().state() + ", so it does not serve the users and can't be backed up.",
                        "Check the instance. If it is the right one, bring the database online first; a database"
                                + " that is RESTORING may be a copy of another one."),
                Guard.refuseIf(
                        "mirroring-removed",
                        s -> s.mirroring().mirrored(),
                        s -> s.name() + " on " + s.server().name() + " is still "
                                + s.mirroring().line() + ".",
                        "Remove mirroring first (pchatRemoveMirroring)."),
                Guard.refuseIf(
                        "database-writable",
                        s -> s.database().readOnly(),
                        s -> s.name() + " on " + s.server().name()
                                + " is READ_ONLY; that travels with the backup, and Persistent Chat could not write"
                                + " on the primary.",
                        "Set the database to READ_WRITE, once you know why it isn't."),
                Guard.refuseIf(
                        "multi-user",
                        s -> !s.database().multiUser(),
                        s -> s.name() + " on " + s.server().name() + " is "
                                + s.database().userAccess() + "; that travels with the backup.",
                        "Set the database to MULTI_USER, once you know why it isn't."),
                Guard.refuseIf(
                        "recovery-full",
                        s -> !s.database().recoveryFull(),
                        s -> s.name() + " on " + s.server().name() + " has the recovery model "
                                + s.database().recoveryModel() + "; log shipping needs FULL.",
                        "Set the recovery model to FULL."),
                Guard.refuseIf(
                        "not-in-availability-group",
                        s -> s.database().inAvailabilityGroup(),
                        s -> s.name() + " on " + s.server().name()
                                + " is in an availability group, which Persistent Chat does not support.",
                        "Check the instance and the name of the database."),
                Guard.refuseIf(
                        "share-reachable",
                        s -> !s.shareReachable(),
                        s -> "The service account of SQL Server on "
                                + s.server().name() + " can't see the folder "
                                + s.path().parent() + ".",
                        "Check the path, and give that service account (a computer account DOMAIN\\HOST$ for virtual"
                                + " accounts and Network Service) the rights to read and write there."),
                Guard.refuseIf(
                        "file-is-new",
                        s -> s.pathTaken() && s.own() == null && s.running() == null,
                        s -> "There is a file " + s.path() + " already, which this backup would overwrite.",
                        "Run this step again: the next file has another time in its name."));
    }
}
