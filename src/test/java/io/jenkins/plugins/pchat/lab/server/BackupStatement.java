package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.server.backup.BackupFileReader;
import io.jenkins.plugins.pchat.lab.server.backup.BackupFileWriter;
import io.jenkins.plugins.pchat.lab.server.backup.BadBackup;
import io.jenkins.plugins.pchat.lab.server.backup.Damage;
import io.jenkins.plugins.pchat.lab.server.backup.SetHeader;
import io.jenkins.plugins.pchat.lab.server.backup.SetTrailer;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;
import io.jenkins.plugins.pchat.lab.storage.Storage.WindowsException;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/** BACKUP DATABASE and BACKUP LOG: what it checks, where it writes, what it leaves in msdb. */
final class BackupStatement {

    private final LabSession session;
    private final LabInstance instance;
    private final QueryRunner runner;
    private final Reply reply;

    BackupStatement(LabSession session, QueryRunner runner, Reply reply) {
        this.session = session;
        this.instance = session.instance();
        this.runner = runner;
        this.reply = reply;
    }

    void run(ServerStatement.Backup backup) throws ServerError, InterruptedException {
        String command = "BACKUP " + backup.kind();
        try {
            OptionValues options = new OptionValues(backup.options(), runner);
            Database database = check(backup, options.name(backup.database()));
            write(backup, options, database, options.device(backup.disks()));
        } catch (ServerError e) {
            throw e.number() == Errors.NOT_SIMULATED ? e : Errors.terminating(e, command);
        } catch (InterruptedException e) {
            reply.error(3204, 1, 16, "The backup or restore was aborted.", backup.line());
            reply.error(3013, 1, 16, command + " is terminating abnormally.", backup.line());
            throw e;
        } catch (SQLException | IOException e) {
            throw Errors.terminating(new ServerError(3271, 16, "A nonrecoverable I/O error occurred: " + e), command);
        }
    }

    private Database check(ServerStatement.Backup backup, String name) throws ServerError {
        boolean log = backup.kind().equals("LOG");
        Database database = instance.databases().named(name);
        if (!session.login().sysadmin()) {
            throw new ServerError(
                    262, 14, "BACKUP " + backup.kind() + " permission denied in database '" + database.name() + "'.");
        }
        if (database.mirroring() != null && !database.mirroring().principal()) {
            throw new ServerError(
                    3059,
                    16,
                    "This BACKUP or RESTORE command is not supported on a database mirror or secondary replica.");
        }
        instance.databases().enter(session, name);
        if (database.name().equals("tempdb")) {
            throw new ServerError(3147, 16, "Backup and restore operations are not allowed on database tempdb.");
        }
        if (log && database.recovery() == Database.Recovery.SIMPLE) {
            throw new ServerError(
                    4208,
                    16,
                    "The statement BACKUP LOG is not allowed while the recovery model is SIMPLE. Use BACKUP DATABASE "
                            + "or change the recovery model using ALTER "
                            + "DATABASE.");
        }
        if (log && !database.log().hasChain()) {
            throw new ServerError(
                    4214, 16, "BACKUP LOG cannot be performed because there is no current database backup.");
        }
        if (log
                && backup.options().has("NORECOVERY")
                && !instance.sessions().in(database, null).isEmpty()) {
            throw new ServerError(3101, 16, "Exclusive access could not be obtained because the database is in use.");
        }
        return database;
    }

    private void write(ServerStatement.Backup backup, OptionValues options, Database database, String device)
            throws ServerError, InterruptedException, IOException, SQLException {
        boolean append = appends(backup, device);
        SetHeader header =
                BackupWork.header(session, database, backup, options.text("NAME"), options.text("DESCRIPTION"));
        SetTrailer trailer;
        try (BackupFileWriter file = new BackupFileWriter(instance.storage(), instance.hostName(), device, append)) {
            try {
                trailer = new BackupWork(session, database, header, file).run(reply, options.stats(), backup.line());
            } catch (WindowsException e) {
                throw new ServerError(
                        3202, 2, 16, "Write on \"" + device + "\" failed: " + e.code() + "(" + e.getMessage() + ")");
            }
        } catch (WindowsException e) {
            throw Errors.cannotOpenDevice(device, e);
        }
        if (backup.options().has("NORECOVERY")) {
            database.state(Database.State.RESTORING);
            database.log().restored(trailer.lastLsn(), trailer.databaseBackupLsn());
        }
        finish(backup, database, device, header, trailer);
    }

    private void finish(
            ServerStatement.Backup backup, Database database, String device, SetHeader header, SetTrailer trailer)
            throws IOException, InterruptedException, SQLException {
        int position;
        try (BackupFileReader written = new BackupFileReader(instance.storage(), instance.hostName(), device)) {
            position = written.sets().size();
            new MsdbHistory(instance)
                    .backup(
                            header,
                            trailer,
                            position,
                            device,
                            UUID.fromString(written.media("mediaSet")),
                            UUID.fromString(written.media("family")));
            if (instance.faults().strikes(Fault.BACKUP_DAMAGED, device)) {
                BackupFileReader.Entry last = written.sets().get(position - 1);
                Damage.strike(instance.storage().resolve(instance.hostName(), device), last.start(), last.end());
            }
        }
        Summary.send(
                reply,
                "BACKUP " + backup.kind(),
                database.name(),
                database.files(),
                trailer.pages(),
                position,
                header.started(),
                trailer.finished(),
                backup.line());
    }

    /**
     * NOINIT is the default: sets that are there stay, when the file is a backup at all and stores them the same way.
     */
    private boolean appends(ServerStatement.Backup backup, String device)
            throws ServerError, IOException, InterruptedException {
        if (backup.options().has("FORMAT")) {
            return false;
        }
        try {
            Path path = instance.storage().resolve(instance.hostName(), device);
            if (!Files.exists(path) || Files.size(path) == 0) {
                return false;
            }
            try (BackupFileReader present = new BackupFileReader(instance.storage(), instance.hostName(), device)) {
                boolean compress = backup.options().has("COMPRESSION");
                if (!backup.options().has("INIT") && present.compressed() != compress) {
                    throw new ServerError(
                            3098,
                            16,
                            "The backup cannot be performed because '" + (compress ? "COMPRESSION" : "NO_COMPRESSION")
                                    + "' was requested after the media was formatted with an incompatible structure.");
                }
            }
        } catch (WindowsException e) {
            throw Errors.cannotOpenDevice(device, e);
        } catch (BadBackup e) {
            throw new ServerError(
                    3241,
                    16,
                    "The media family on device '" + device
                            + "' is incorrectly formed. SQL Server cannot process this media family.");
        }
        return !backup.options().has("INIT");
    }
}
