package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.backup.SetHeader;
import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.store.RowRestorer;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Restores a full backup: the database that is there, if any, is gone once this has begun. */
final class FullRestore {

    private final LabSession session;
    private final LabInstance instance;
    private final RestoreChecks checks;
    private final RestoreWork work;

    FullRestore(LabSession session, RestoreChecks checks, RestoreWork work) {
        this.session = session;
        this.instance = session.instance();
        this.checks = checks;
        this.work = work;
    }

    Database run(RestoreSource source) throws ServerError, InterruptedException, IOException, SQLException {
        Database existing = instance.databases().find(source.database());
        if (existing != null) {
            checks.exclusive(existing);
            checks.overwrite(existing, source.header(), source.has("REPLACE"));
            instance.faults().moments().losing(instance.serverName(), existing.name());
        }
        List<DataFile> files = new FilePlan(instance, source, existing).files();
        Database database = existing == null
                ? instance.databases()
                        .register(source.database(), session.login().sid())
                : existing;
        session.running().request().worksOn(database);
        database.state(Database.State.RESTORING);
        database.access(Database.Access.MULTI_USER);
        instance.databases().move(database, files);
        SetHeader.Origin origin = source.header().origin();
        RowRestorer restorer = RowRestorer.anew(instance.engine(), database, origin.tables());
        work.read(source, restorer, source.trailer().size(), 0);
        become(database, source);
        return database;
    }

    /**
     * The database takes over what the backup tells of itself; it belongs to who restored it, and options that could be
     * abused are off.
     */
    private void become(Database database, RestoreSource source) {
        SetHeader.Origin origin = source.header().origin();
        database.identity(origin.identity());
        database.recovery(origin.recovery());
        database.access(origin.access());
        database.users().clear();
        database.users().addAll(origin.users());
        database.ownerSid(session.login().sid());
        database.options().clear();
        database.log().restored(source.trailer().lastLsn(), source.trailer().checkpointLsn());
    }
}
