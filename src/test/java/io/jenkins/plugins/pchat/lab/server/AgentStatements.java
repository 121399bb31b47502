package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.tsql.Literals;
import io.jenkins.plugins.pchat.lab.wire.ServerError;

/** The statements that log shipping's program runs on the instance. */
final class AgentStatements {

    private AgentStatements() {}

    static void backupLog(LabInstance instance, String database, String path, String application)
            throws ServerError, InterruptedException {
        SceneSetter.runAs(
                instance,
                application,
                "BACKUP LOG " + Literals.name(database) + " TO DISK = " + Literals.text(path) + " WITH INIT");
    }

    static void restoreLog(LabInstance instance, String database, String path, String application)
            throws ServerError, InterruptedException {
        SceneSetter.runAs(
                instance,
                application,
                "RESTORE LOG " + Literals.name(database) + " FROM DISK = " + Literals.text(path)
                        + " WITH FILE = 1, NORECOVERY");
    }
}
