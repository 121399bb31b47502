package io.jenkins.plugins.pchat.lab.server;
import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
/** BACKUP. */
final class BackupStatement {
    BackupStatement(LabSession session, QueryRunner runner, Reply reply) {}
    void run(ServerStatement.Backup backup) throws ServerError, InterruptedException { throw Errors.notSimulated("BACKUP, not yet"); }
}
