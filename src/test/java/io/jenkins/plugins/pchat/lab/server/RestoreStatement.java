package io.jenkins.plugins.pchat.lab.server;
import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
/** RESTORE. */
final class RestoreStatement {
    RestoreStatement(LabSession session, QueryRunner runner, Reply reply) {}
    void run(ServerStatement.Restore restore) throws ServerError, InterruptedException { throw Errors.notSimulated("RESTORE, not yet"); }
}
