package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.backup.BadBackup;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.store.RowRestorer;
import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;
import io.jenkins.plugins.pchat.lab.storage.Storage.WindowsException;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;

/**
 * RESTORE DATABASE and RESTORE LOG: the database is RESTORING from the first change to the last, and stays so when
 * anything goes wrong between.
 */
final class RestoreWork {

    private final LabSession session;
    private final LabInstance instance;
    private final RestoreChecks checks;
    private final Reply reply;

    RestoreWork(LabSession session, Reply reply) {
        this.session = session;
        this.instance = session.instance();
        this.checks = new RestoreChecks(session);
        this.reply = reply;
    }

    void run(RestoreSource source) throws ServerError, InterruptedException, IOException, SQLException {
        session.running().request().command("RESTORE " + source.statement().kind(), "BACKUPIO");
        checks.version(source.header());
        if (source.trailer() == null) {
            throw new BadBackup(BadBackup.Reason.INCOMPLETE);
        }
        BackupInspection.needChecksums(source.set(), source.options());
        boolean log = source.statement().kind().equals("LOG");
        if (log != source.header().log()) {
            throw Errors.notSimulated("RESTORE " + source.statement().kind() + " of another kind of backup");
        }
        Database database = log
                ? new LogRestore(session, checks, this).run(source)
                : new FullRestore(session, checks, this).run(source);
        finish(source, database);
    }

    /** Reads all pages of the set into the database's tables. */
    void read(RestoreSource source, RowRestorer restorer, long total, long from)
            throws ServerError, InterruptedException, IOException, SQLException {
        Progress progress = new Progress(
                session, reply, source.options().stats(), source.statement().line(), total);
        try {
            source.file().read(source.set(), new RestoredPages(restorer, progress, from));
        } catch (BadBackup e) {
            if (e.reason() != BadBackup.Reason.DAMAGED) {
                throw e;
            }
            throw new ServerError(
                    3183,
                    2,
                    16,
                    "RESTORE detected an error on page (1:1) in database \""
                            + source.header().origin().database() + "\" as read from the backup set.");
        } catch (WindowsException e) {
            throw new ServerError(
                    3203, 16, "Read on \"" + source.device() + "\" failed: " + e.code() + "(" + e.getMessage() + ")");
        } catch (RestoredPages.TablesRefused e) {
            throw (SQLException) e.getCause();
        }
        progress.complete();
        restorer.finish();
    }

    private void finish(RestoreSource source, Database database) throws SQLException {
        boolean recovery = !source.has("NORECOVERY");
        if (recovery) {
            online(database);
            if (source.has("RESTRICTED_USER")) {
                database.access(Database.Access.RESTRICTED_USER);
            }
        }
        MsdbHistory history = new MsdbHistory(instance);
        int backupSet = history.backup(
                source.header(),
                source.trailer(),
                source.set().position(),
                source.device(),
                UUID.fromString(source.file().media("mediaSet")),
                UUID.fromString(source.file().media("family")));
        history.restore(
                database, session.login().name(), backupSet, source.header().log(), source.has("REPLACE"), recovery);
        Summary.send(
                reply,
                "RESTORE " + source.statement().kind(),
                database.name(),
                database.files(),
                source.trailer().pages(),
                source.set().position(),
                session.running().request().start(),
                instance.now(),
                source.statement().line());
    }

    /** Recovery begins a new fork: log backups of the old one no longer fit. */
    private static void online(Database database) {
        database.identity(database.identity().forked());
        database.state(Database.State.ONLINE);
    }

    /** {@code RESTORE DATABASE x WITH RECOVERY}: 3153 when it is online already. */
    void recover(String name, ServerStatement.Restore restore) throws ServerError {
        Database database = instance.databases().named(name);
        if (!session.login().sysadmin()) {
            throw new ServerError(3110, 14, "User does not have permission to RESTORE database '" + name + "'.");
        }
        checks.exclusive(database);
        if (database.state() != Database.State.RESTORING) {
            throw new ServerError(3153, 16, "The database is already fully recovered.");
        }
        if (!restore.options().has("NORECOVERY")) {
            online(database);
        }
        reply.info(
                3014,
                1,
                10,
                "RESTORE DATABASE successfully processed 0 pages in 0.001 seconds (0.000 MB/sec).",
                restore.line());
    }
}
