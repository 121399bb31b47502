package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import java.util.List;

/**
 * What must still hold right before the secondary's database is overwritten: between the guards and this moment lie the reading of two backups and the
 * taking of one, which may be hours.
 */
record LastLook(LogShippingState guarded, LogShippingState now) {

    void check() throws Failure {
        secondaryUnchanged();
        primaryWhole();
        handOverThere();
    }

    private void secondaryUnchanged() throws Failure {
        WriteMark before = guarded.secondary().mark();
        WriteMark after = now.secondary().mark();
        if (before == null || after == null) {
            return;
        }
        List<String> written = after.since(before);
        if (!written.isEmpty()) {
            throw refused(
                    now.names().secondary() + ": somebody writes to " + name() + ", and that would be lost: "
                            + String.join("; ", written) + ".",
                    "Find out who writes there, then take and restore the hand-over backup again (pchatBackupDb,"
                            + " pchatRestoreDb).");
        }
    }

    private void primaryWhole() throws Failure {
        String where = now.names().primary() + ": " + name();
        if (now.primary().restored() == null || now.primary().mark() == null) {
            throw refused(
                    where + " is not the restored one any more, or is not online; the one on "
                            + now.names().secondary() + " would be overwritten.",
                    "Find out what has become of it, then restore the hand-over backup again.");
        }
        List<String> fewer = now.fewerOnPrimary();
        if (!fewer.isEmpty()) {
            throw refused(
                    where + " has lost rows: " + String.join("; ", fewer) + ". The one on "
                            + now.names().secondary() + ", which has them, would be overwritten.",
                    "Find out what has become of it, then restore the hand-over backup again.");
        }
    }

    private void handOverThere() throws Failure {
        BackupHeader before = guarded.handOver().header();
        BackupHeader after = now.handOver().header();
        boolean same = after != null && (before == null || after.guid().equalsIgnoreCase(before.guid()));
        if (!same) {
            throw refused(
                    now.names().primary() + ": the hand-over backup "
                            + guarded.handOver().path()
                            + " can't be read any more"
                            + (now.handOver().unreadable() == null
                                    ? ", or is another one"
                                    : ": " + now.handOver().unreadable())
                            + ". It would be the only way back.",
                    "Find out what has become of that file, then run this step again.");
        }
    }

    private String name() {
        return now.names().database();
    }

    private static Failure refused(String what, String next) {
        return Failure.of(Failure.Code.REFUSED, what + " Nothing was overwritten.")
                .next(next);
    }
}
