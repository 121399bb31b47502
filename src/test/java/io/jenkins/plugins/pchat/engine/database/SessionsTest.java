package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.OperationId;

/** What the tests of sessions in the database share. */
abstract class SessionsTest extends BackupTest {

    /** After how many looks everybody has left. */
    int leavesAfter;

    int looks;

    BackupDatabase limited(int minutes, boolean disconnect) {
        return new BackupDatabase(
                new BackupDatabase.Request(
                        TARGET,
                        null,
                        "\\\\nas\\pchat",
                        true,
                        null,
                        5,
                        null,
                        null,
                        null,
                        new SessionLimit(minutes, disconnect),
                        false),
                server.session,
                new OperationId("b-1"),
                this::pass);
    }

    private void pass(int seconds) {
        pauses++;
        looks++;
        if (looks == leavesAfter) {
            server.connected.clear();
        }
    }
}
