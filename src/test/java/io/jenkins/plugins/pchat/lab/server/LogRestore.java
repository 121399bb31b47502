package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.backup.SetTrailer;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.store.RowRestorer;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.io.IOException;
import java.sql.SQLException;

/** Restores a log backup: does again what was written after the point that the database has reached. */
final class LogRestore {

    private final LabInstance instance;
    private final RestoreChecks checks;
    private final RestoreWork work;

    LogRestore(LabSession session, RestoreChecks checks, RestoreWork work) {
        this.instance = session.instance();
        this.checks = checks;
        this.work = work;
    }

    Database run(RestoreSource source) throws ServerError, InterruptedException, IOException, SQLException {
        Database database = instance.databases().named(source.database());
        checks.exclusive(database);
        if (database.state() != Database.State.RESTORING) {
            throw new ServerError(
                    3117,
                    16,
                    "The log or differential backup cannot be restored because no files are ready to rollforward.");
        }
        checks.sameFamily(database, source.header());
        SetTrailer log = source.trailer();
        long reached = database.log().next();
        if (log.firstLsn() > reached) {
            throw outOfSequence(
                    4305, "begins at LSN " + log.firstLsn() + ", which is too recent", "An earlier", reached);
        }
        if (log.lastLsn() < reached) {
            throw outOfSequence(
                    4326, "terminates at LSN " + log.lastLsn() + ", which is too early", "A more recent", reached);
        }
        work.read(source, new RowRestorer(instance.engine(), database), 1, reached);
        database.log().restored(log.lastLsn(), database.log().databaseBackup());
        return database;
    }

    private static ServerError outOfSequence(int number, String where, String wanted, long reached) {
        return new ServerError(
                number,
                16,
                "The log in this backup set " + where + " to apply to the database. " + wanted
                        + " log backup that includes LSN " + reached + " can be restored.");
    }
}
