package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.server.backup.SetHeader;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.wire.ServerError;

/** What RESTORE DATABASE and RESTORE LOG check before they change anything. */
final class RestoreChecks {

    private final LabSession session;
    private final LabInstance instance;

    RestoreChecks(LabSession session) {
        this.session = session;
        this.instance = session.instance();
    }

    /** Versions: 3169 for a backup of a newer server. */
    void version(SetHeader header) throws ServerError {
        if (header.majorVersion() > instance.majorVersion()) {
            throw new ServerError(
                    3169,
                    16,
                    "The database was backed up on a server running version " + header.version()
                            + ". That version is incompatible with this server, which is "
                            + "running version " + instance.productVersion()
                            + ". Either restore the database on a server that supports the backup, or use a backup "
                            + "that is compatible with this server.");
        }
    }

    /** Nobody may use the database: 3104, 3102, 3101. */
    void exclusive(Database existing) throws ServerError {
        if (existing.mirroring() != null) {
            throw new ServerError(
                    3104,
                    16,
                    "RESTORE cannot operate on database '" + existing.name()
                            + "' because it is configured for database mirroring or has joined an availability "
                            + "group. If you intend to restore the database, use "
                            + "ALTER DATABASE to remove mirroring or to remove the database from its availability "
                            + "group.");
        }
        if (session.isIn(existing)) {
            throw new ServerError(
                    3102,
                    16,
                    "RESTORE cannot process database '" + existing.name()
                            + "' because it is in use by this session. It is recommended that the master database be "
                            + "used when performing this operation.");
        }
        boolean refused =
                existing.state() == Database.State.ONLINE && instance.faults().inForce(Fault.EXCLUSIVE_ACCESS_REFUSED);
        if (refused || !instance.sessions().in(existing, session).isEmpty()) {
            throw new ServerError(3101, 16, "Exclusive access could not be obtained because the database is in use.");
        }
    }

    /** Whether the existing database may be overwritten: 3154, 3159. */
    void overwrite(Database existing, SetHeader header, boolean replace) throws ServerError {
        if (replace) {
            return;
        }
        sameFamily(existing, header);
        boolean full = existing.recovery() != Database.Recovery.SIMPLE
                && existing.log().hasChain();
        if (existing.state() == Database.State.ONLINE && full) {
            throw new ServerError(
                    3159,
                    16,
                    "The tail of the log for the database \"" + existing.name()
                            + "\" has not been backed up. Use BACKUP LOG WITH NORECOVERY to backup the log if it "
                            + "contains work you do not want to lose. Use the "
                            + "WITH REPLACE or WITH STOPAT clause of the RESTORE statement to just overwrite the "
                            + "contents of the log.");
        }
    }

    /** The backup is of this database, wherever it was taken: 3154. */
    void sameFamily(Database existing, SetHeader header) throws ServerError {
        if (!existing.identity().family().equals(header.origin().identity().family())) {
            throw new ServerError(
                    3154,
                    16,
                    "The backup set holds a backup of a database other than the existing '" + existing.name()
                            + "' database.");
        }
    }
}
