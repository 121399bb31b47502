package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.List;
import java.util.Set;

/** ALTER DATABASE ... SET. */
final class AlterDatabaseStatement {

    private static final Set<String> EXCLUSIVE = Set.of("SINGLE_USER", "RESTRICTED_USER", "OFFLINE");
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final LabSession session;
    private final LabInstance instance;
    private final Reply reply;

    AlterDatabaseStatement(LabSession session, Reply reply) {
        this.session = session;
        this.instance = session.instance();
        this.reply = reply;
    }

    void run(ServerStatement.AlterDatabase alter) throws ServerError, InterruptedException {
        try {
            Database database = instance.databases().find(alter.database());
            if (database == null || !session.login().sysadmin()) {
                throw new ServerError(
                        5011,
                        14,
                        "User does not have permission to alter database '" + alter.database()
                                + "', the database does not exist, or the database is not in a state that allows "
                                + "access checks.");
            }
            change(alter, database);
        } catch (ServerError e) {
            throw e.getSuppressed().length > 0 ? e : Errors.alterFailed(e);
        }
    }

    private void change(ServerStatement.AlterDatabase alter, Database database)
            throws ServerError, InterruptedException {
        String option = alter.option();
        if (option.equals("PARTNER") || option.equals("WITNESS")) {
            mirroring(database, option, alter.line());
            return;
        }
        if (database.state() == Database.State.RESTORING) {
            throw new ServerError(
                    5052, 16, "ALTER DATABASE is not permitted while a database is in the Restoring state.");
        }
        boolean offlineNow = database.state() == Database.State.OFFLINE;
        if (offlineNow && !option.equals("ONLINE") && !option.equals("OFFLINE") && !option.endsWith("_USER")) {
            throw Errors.offline(database.name());
        }
        if (database.mirroring() != null && (EXCLUSIVE.contains(option) || option.equals("RECOVERY"))) {
            throw new ServerError(
                    1468,
                    16,
                    "The operation cannot be performed on database \"" + database.name()
                            + "\" because it is involved in a database mirroring session or an availability group.");
        }
        boolean leavesSingleUser = database.access() == Database.Access.SINGLE_USER && !option.equals("SINGLE_USER");
        if (leavesSingleUser
                && alter.termination() == null
                && !instance.sessions().in(database, session).isEmpty()) {
            throw new ServerError(
                    5064,
                    16,
                    "Changes to the state or options of database '" + database.name()
                            + "' cannot be made at this time. The database is in single-user mode, and a user is "
                            + "currently connected to it.");
        }
        if (EXCLUSIVE.contains(option)) {
            makeRoom(alter, database);
        }
        set(alter, database);
    }

    private void mirroring(Database database, String option, int line) throws ServerError {
        if (database.mirroring() == null) {
            throw new ServerError(
                    1416, 31, 16, "Database \"" + database.name() + "\" is not configured for database mirroring.");
        }
        if (option.equals("WITNESS")) {
            throw Errors.notSimulated("ALTER DATABASE ... SET WITNESS OFF");
        }
        database.removeMirroring();
        reply.info(
                1443,
                1,
                10,
                "Database mirroring has been terminated for database '" + database.name()
                        + "'. This is an informational message only. No user action is required.",
                line);
    }

    /** Waits for, or ends, the sessions that are in the way. */
    private void makeRoom(ServerStatement.AlterDatabase alter, Database database)
            throws ServerError, InterruptedException {
        boolean restricted = alter.option().equals("RESTRICTED_USER");
        long waited = 0;
        while (true) {
            List<LabSession> others = instance.sessions().in(database, session).stream()
                    .filter(s -> !restricted || !s.login().sysadmin())
                    .toList();
            if (others.isEmpty()) {
                return;
            }
            boolean patient = alter.termination() == null
                    || (alter.termination().equals("AFTER") && waited < alter.seconds() * 1000L);
            if ("NO_WAIT".equals(alter.termination())) {
                throw new ServerError(
                        5061,
                        16,
                        "ALTER DATABASE failed because a lock could not be placed on database '" + database.name()
                                + "'. Try again later.");
            }
            if (!patient) {
                reply.info(
                        5060,
                        1,
                        10,
                        "Nonqualified transactions are being rolled back. Estimated rollback completion: 100%.",
                        alter.line());
                others.forEach(LabSession::kill);
                return;
            }
            session.running().request().command("ALTER DATABASE", "LCK_M_X");
            // Without a termination clause the statement waits until the others have gone.
            Thread.sleep(LOOK_AGAIN_MILLIS);
            waited += LOOK_AGAIN_MILLIS;
        }
    }

    private void set(ServerStatement.AlterDatabase alter, Database database) throws ServerError {
        synchronized (database) {
            switch (alter.option()) {
                case "SINGLE_USER", "MULTI_USER", "RESTRICTED_USER" ->
                    database.access(Database.Access.valueOf(alter.option()));
                case "OFFLINE" -> {
                    if (session.isIn(database)) {
                        session.leave();
                        reply.database(session.database());
                    }
                    database.state(Database.State.OFFLINE);
                    instance.engine().writes().forget(database.schema());
                }
                case "ONLINE" -> database.state(Database.State.ONLINE);
                case "RECOVERY" -> database.recovery(Database.Recovery.valueOf(alter.value()));
                case "ENABLE_BROKER" -> database.options().put("BROKER", "ON");
                case "DISABLE_BROKER" -> database.options().put("BROKER", "OFF");
                default -> database.options().put(alter.option(), alter.value());
            }
        }
    }
}
