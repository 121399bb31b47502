package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.backup.BackupFileReader;
import io.jenkins.plugins.pchat.lab.server.backup.BadBackup;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;
import io.jenkins.plugins.pchat.lab.storage.Storage.WindowsException;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.io.IOException;
import java.sql.SQLException;

/** RESTORE in all its kinds: opens the backup and hands it to who inspects it or restores from it. */
final class RestoreStatement {

    private final LabSession session;
    private final LabInstance instance;
    private final QueryRunner runner;
    private final Reply reply;

    RestoreStatement(LabSession session, QueryRunner runner, Reply reply) {
        this.session = session;
        this.instance = session.instance();
        this.runner = runner;
        this.reply = reply;
    }

    void run(ServerStatement.Restore restore) throws ServerError, InterruptedException {
        boolean looks = restore.database() == null;
        String command = "RESTORE " + restore.kind();
        try {
            OptionValues options = new OptionValues(restore.options(), runner);
            if (!looks && restore.disks().isEmpty()) {
                new RestoreWork(session, reply).recover(options.name(restore.database()), restore);
                return;
            }
            read(restore, options, options.device(restore.disks()));
        } catch (ServerError e) {
            throw e.number() == Errors.NOT_SIMULATED ? e : Errors.terminating(e, command);
        } catch (InterruptedException e) {
            reply.error(3204, 1, 16, "The backup or restore was aborted.", restore.line());
            reply.error(3013, 1, 16, command + " is terminating abnormally.", restore.line());
            throw e;
        } catch (SQLException | IOException e) {
            throw Errors.terminating(new ServerError(3271, 16, "A nonrecoverable I/O error occurred: " + e), command);
        }
    }

    private void read(ServerStatement.Restore restore, OptionValues options, String device)
            throws ServerError, InterruptedException, IOException, SQLException {
        String database = restore.database() == null ? null : options.name(restore.database());
        if (database != null) {
            permitted(database);
        }
        try (BackupFileReader file = new BackupFileReader(instance.storage(), instance.hostName(), device)) {
            if (database == null) {
                new BackupInspection(session, file, device, reply).run(restore, options);
                return;
            }
            BackupFileReader.Entry set = BackupInspection.set(file, device, options.number("FILE", 1));
            new RestoreWork(session, reply).run(new RestoreSource(restore, options, database, file, set, device));
        } catch (WindowsException e) {
            throw Errors.cannotOpenDevice(device, e);
        } catch (BadBackup e) {
            throw bad(e, device);
        }
    }

    private void permitted(String name) throws ServerError {
        Database existing = instance.databases().find(name);
        boolean owner = existing != null && session.login().hasSid(existing.ownerSid());
        if (!session.login().sysadmin() && !owner) {
            throw existing == null
                    ? new ServerError(262, 14, "CREATE DATABASE permission denied in database 'master'.")
                    : new ServerError(3110, 14, "User does not have permission to RESTORE database '" + name + "'.");
        }
    }

    /** The error for a file that can't be read. */
    private static ServerError bad(BadBackup bad, String device) {
        return switch (bad.reason()) {
            case MALFORMED ->
                new ServerError(
                        3241,
                        16,
                        "The media family on device '" + device
                                + "' is incorrectly formed. SQL Server cannot process this media family.");
            case INCOMPLETE ->
                new ServerError(
                        3256,
                        16,
                        "The backup set on device '" + device
                                + "' was terminated while it was being created and is incomplete. RESTORE sequence "
                                + "is terminated abnormally.");
            case DAMAGED -> new ServerError(3189, 16, "Damage to the backup set was detected.");
        };
    }
}
