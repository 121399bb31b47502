package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.backup.BackupFileReader;
import io.jenkins.plugins.pchat.lab.server.backup.BadBackup;
import io.jenkins.plugins.pchat.lab.server.backup.SetHeader;
import io.jenkins.plugins.pchat.lab.server.backup.SetTrailer;
import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.store.RowRestorer;
import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** RESTORE DATABASE and RESTORE LOG: the database is RESTORING from the first change to the last, and stays so when anything goes wrong between. */
final class RestoreWork {

    private final LabSession session;
    private final LabInstance instance;
    private final RestorePlan plan;
    private final Reply reply;

    RestoreWork(LabSession session, Reply reply) {
        this.session = session;
        this.instance = session.instance();
        this.plan = new RestorePlan(session);
        this.reply = reply;
    }

    void run(ServerStatement.Restore restore, OptionValues options, String name, BackupFileReader file, BackupFileReader.Entry set, String device)
            throws ServerError, InterruptedException, IOException, SQLException {
        session.request().command("RESTORE " + restore.kind(), "BACKUPIO");
        if (restore.options().has("RESTART")) {
            throw Errors.notSimulated("RESTORE WITH RESTART");
        }
        plan.version(set.header());
        if (set.trailer() == null) {
            throw new BadBackup(BadBackup.Reason.INCOMPLETE);
        }
        BackupInspection.needChecksums(set, options);
        boolean log = restore.kind().equals("LOG");
        if (log != set.header().log()) {
            throw log
                    ? new ServerError(4305, 16, "The log in this backup set can't be restored: file " + set.position() + " holds a database backup.")
                    : new ServerError(3118, 16, "The database \"" + name + "\" does not exist. RESTORE can only create a database when restoring either a full backup or a file backup of the primary file.");
        }
        Database database = log ? log(restore, options, name, file, set) : full(restore, options, name, file, set);
        finish(restore, options, database, file, set, device);
    }

    private Database full(ServerStatement.Restore restore, OptionValues options, String name, BackupFileReader file, BackupFileReader.Entry set)
            throws ServerError, InterruptedException, IOException, SQLException {
        SetHeader header = set.header();
        Database existing = instance.databases().find(name);
        if (existing != null) {
            plan.exclusive(existing);
            plan.overwrite(existing, header, restore.options().has("REPLACE"));
        }
        List<DataFile> files = plan.files(restore, options, set, existing, name);
        Database database = existing == null ? instance.databases().register(name, session.login().sid()) : existing;
        database.state(Database.State.RESTORING);
        database.access(Database.Access.MULTI_USER);
        instance.databases().move(database, files);
        RowRestorer restorer = RowRestorer.anew(instance.engine(), database, header.origin().tables());
        Progress progress = new Progress(session, reply, options.stats(), restore.line(), header.origin().tables().isEmpty() ? 1 : set.trailer().size());
        read(file, set, restorer, progress, 0);
        become(database, header, set.trailer());
        return database;
    }

    private Database log(ServerStatement.Restore restore, OptionValues options, String name, BackupFileReader file, BackupFileReader.Entry set)
            throws ServerError, InterruptedException, IOException, SQLException {
        Database database = instance.databases().named(name);
        plan.exclusive(database);
        if (database.state() != Database.State.RESTORING) {
            throw new ServerError(
                    3117, 16, "The log or differential backup cannot be restored because no files are ready to rollforward.");
        }
        SetTrailer t = set.trailer();
        long reached = database.log().next();
        boolean other = !database.family().equals(set.header().origin().family());
        if (other) {
            throw new ServerError(3154, 16, "The backup set holds a backup of a database other than the existing '" + name + "' database.");
        }
        if (t.firstLsn() > reached) {
            throw new ServerError(
                    4305,
                    16,
                    "The log in this backup set begins at LSN " + t.firstLsn() + ", which is too recent to apply to the database. An earlier log backup that "
                            + "includes LSN " + reached + " can be restored.");
        }
        if (t.lastLsn() < reached) {
            throw new ServerError(
                    4326,
                    16,
                    "The log in this backup set terminates at LSN " + t.lastLsn() + ", which is too early to apply to the database. A more recent log backup that "
                            + "includes LSN " + reached + " can be restored.");
        }
        Progress progress = new Progress(session, reply, options.stats(), restore.line(), 1);
        read(file, set, new RowRestorer(instance.engine(), database), progress, reached);
        database.log().restored(t.lastLsn(), database.log().databaseBackup());
        return database;
    }

    private void read(BackupFileReader file, BackupFileReader.Entry set, RowRestorer restorer, Progress progress, long from)
            throws ServerError, InterruptedException, IOException, SQLException {
        try {
            file.read(set, new RestoredPages(restorer, progress, from));
        } catch (BadBackup e) {
            if (e.reason() == BadBackup.Reason.DAMAGED) {
                throw new ServerError(
                        3183, 2, 16, "RESTORE detected an error on page (1:1) in database \"" + set.header().origin().database() + "\" as read from the backup set.");
            }
            throw e;
        } catch (RestoredPages.TablesRefused e) {
            throw (SQLException) e.getCause();
        }
        progress.complete();
        restorer.finish();
    }

    /** The database takes over what the backup tells of itself; it belongs to who restored it. */
    private void become(Database database, SetHeader header, SetTrailer trailer) {
        SetHeader.Origin origin = header.origin();
        database.identity(origin.family(), origin.firstFork(), origin.fork(), origin.created());
        database.recovery(origin.recovery());
        database.access(origin.access());
        database.users().clear();
        database.users().addAll(origin.users());
        database.ownerSid(session.login().sid());
        database.options().clear();
        database.log().restored(trailer.lastLsn(), trailer.checkpointLsn());
    }

    private void finish(
            ServerStatement.Restore restore, OptionValues options, Database database, BackupFileReader file, BackupFileReader.Entry set, String device)
            throws SQLException {
        boolean recovery = !restore.options().has("NORECOVERY");
        if (recovery) {
            online(database);
            if (restore.options().has("RESTRICTED_USER")) {
                database.access(Database.Access.RESTRICTED_USER);
            }
        }
        MsdbHistory history = new MsdbHistory(instance);
        int backupSet = history.backup(
                set.header(), set.trailer(), set.position(), device, UUID.fromString(file.media("mediaSet")), UUID.fromString(file.media("family")));
        history.restore(database, session.login().name(), backupSet, set.header().log(), restore.options().has("REPLACE"), recovery);
        Summary.send(
                reply, "RESTORE " + restore.kind(), database.name(), database.files(), set.trailer().pages(), set.position(), session.request().start(),
                instance.now(), restore.line());
    }

    private static void online(Database database) {
        // Recovery begins a new fork: log backups of the old one no longer fit.
        database.identity(database.family(), database.firstFork(), UUID.randomUUID(), database.created());
        database.state(Database.State.ONLINE);
    }

    /** {@code RESTORE DATABASE x WITH RECOVERY}: 3153 when it is online already. */
    void recover(String name, ServerStatement.Restore restore) throws ServerError {
        Database database = instance.databases().named(name);
        if (!session.login().sysadmin()) {
            throw new ServerError(3110, 14, "User does not have permission to RESTORE database '" + name + "'.");
        }
        plan.exclusive(database);
        if (database.state() != Database.State.RESTORING) {
            throw new ServerError(3153, 16, "The database is already fully recovered.");
        }
        if (restore.options().has("NORECOVERY")) {
            return;
        }
        online(database);
        reply.info(3014, 1, 10, "RESTORE DATABASE successfully processed 0 pages in 0.001 seconds (0.000 MB/sec).", restore.line());
    }
}
