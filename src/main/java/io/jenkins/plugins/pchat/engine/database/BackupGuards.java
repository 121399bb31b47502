package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;
import java.util.List;

/** What must hold before the hand-over backup is taken. */
final class BackupGuards {

    private BackupGuards() {}

    static List<Guard<BackupState>> all() {
        return List.of(
                CommonGuards.permission(BackupState::server),
                SourceGuards.EXISTS.on(s -> s),
                SourceGuards.PRINCIPAL.on(s -> s),
                SourceGuards.ONLINE.on(s -> s),
                Guard.refuseIf(
                        "mirroring-removed",
                        s -> s.mirroring().mirrored() && !s.trial(),
                        s -> s.name() + " on " + s.server().name() + " is still "
                                + s.mirroring().line() + ".",
                        "Remove mirroring first (pchatRemoveMirroring)."),
                SourceGuards.WRITABLE.on(s -> s),
                SourceGuards.MULTI_USER.on(s -> s),
                SourceGuards.RECOVERY_FULL.on(s -> s),
                SourceGuards.NOT_IN_AVAILABILITY_GROUP.on(s -> s),
                InstanceGuards.SHARE_REACHABLE.on(
                        s -> new SeenFolder(s.server().name(), s.path().parent().value(), s.shareReachable())),
                Guard.refuseIf(
                        "file-is-new",
                        s -> s.pathTaken() && s.own() == null && s.running() == null,
                        s -> "There is a file " + s.path() + " already, which this backup would overwrite.",
                        "Run this step again: the next file has another time in its name."));
    }
}
