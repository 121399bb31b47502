package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.tsql.Expression;
import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Runs statements that work on the server's databases, logins and sessions. */
final class ServerStatements {

    private final LabSession session;
    private final LabInstance instance;
    private final QueryRunner runner;
    private final Reply reply;

    ServerStatements(LabSession session, QueryRunner runner, Reply reply) {
        this.session = session;
        this.instance = session.instance();
        this.runner = runner;
        this.reply = reply;
    }

    void run(ServerStatement statement) throws ServerError, InterruptedException {
        boolean exposed = !session.state().takesLong() && !Commands.onlyRead(List.of(statement));
        if (exposed) {
            Strikes.beforeStatement(session);
        }
        if (statement instanceof ServerStatement.Backup backup) {
            outsideOfTransactions("BACKUP " + backup.kind());
            new BackupStatement(session, runner, reply).run(backup);
        } else if (statement instanceof ServerStatement.Restore restore) {
            outsideOfTransactions("RESTORE " + restore.kind());
            new RestoreStatement(session, runner, reply).run(restore);
        } else if (statement instanceof ServerStatement.AlterDatabase alter) {
            notInTransaction(226, "ALTER DATABASE statement not allowed within multi-statement transaction.");
            new AlterDatabaseStatement(session, reply).run(alter);
        } else if (statement instanceof ServerStatement.CreateDatabase create) {
            needSysadmin(262, "CREATE DATABASE permission denied in database 'master'.");
            instance.databases()
                    .create(create.database(), "D:\\Data", session.login().sid());
        } else if (statement instanceof ServerStatement.DropDatabase drop) {
            for (String name : drop.databases()) {
                drop(name);
            }
        } else if (statement instanceof ServerStatement.CheckDatabase check) {
            new CheckStatement(session, runner, reply).run(check);
        } else if (statement instanceof ServerStatement.Kill kill) {
            kill(kill.session());
        } else {
            new PrincipalStatements(session).run(statement);
        }
        if (exposed) {
            Strikes.afterStatement(session);
        }
        reply.done();
    }

    private void outsideOfTransactions(String command) throws ServerError {
        try {
            notInTransaction(3021, "Cannot perform a backup or restore operation within a transaction.");
        } catch (ServerError e) {
            throw Errors.terminating(e, command);
        }
    }

    private void notInTransaction(int number, String text) throws ServerError {
        if (session.state().transactions() > 0 || session.state().isOn("IMPLICIT_TRANSACTIONS")) {
            throw new ServerError(number, 16, text);
        }
    }

    private void needSysadmin(int number, String text) throws ServerError {
        if (!session.login().sysadmin()) {
            throw new ServerError(number, 14, text);
        }
    }

    private void drop(String name) throws ServerError {
        Database database = instance.databases().find(name);
        if (database == null || !session.login().sysadmin()) {
            throw new ServerError(
                    3701,
                    11,
                    "Cannot drop the database '" + name
                            + "', because it does not exist or you do not have permission.");
        }
        if (database.isSystem()) {
            throw new ServerError(3708, 16, "Cannot drop the database '" + name + "' because it is a system database.");
        }
        if (database.mirroring() != null) {
            throw new ServerError(
                    3743,
                    16,
                    "The database '" + name
                            + "' is enabled for database mirroring. Database mirroring must be removed before you "
                            + "drop the database.");
        }
        if (!instance.sessions().in(database, null).isEmpty() || isWorkedOn(database)) {
            throw new ServerError(3702, 16, "Cannot drop database \"" + name + "\" because it is currently in use.");
        }
        try {
            instance.faults().moments().losing(instance.serverName(), database.name());
            instance.databases().drop(database);
        } catch (SQLException | IOException e) {
            throw Errors.notSimulated("dropping " + name + ": " + e.getMessage());
        }
    }

    private boolean isWorkedOn(Database database) {
        return instance.sessions().all().stream()
                .filter(other -> other != session)
                .map(other -> other.running().request())
                .anyMatch(request -> request != null && request.isOn(database));
    }

    private void kill(Expression expression) throws ServerError, InterruptedException {
        needSysadmin(6102, "User does not have permission to use the KILL statement.");
        int id = runner.number(expression);
        if (id == session.id()) {
            throw new ServerError(6104, 16, "Cannot use KILL to kill your own process.");
        }
        LabSession other = instance.sessions().find(id);
        if (other == null) {
            throw new ServerError(6106, 2, 16, "Process ID " + id + " is not an active process ID.");
        }
        other.kill();
    }
}
