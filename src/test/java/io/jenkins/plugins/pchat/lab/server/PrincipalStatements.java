package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.DatabaseUser;
import io.jenkins.plugins.pchat.lab.server.model.Login;
import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.HexFormat;

/** Logins, users, owners, members of roles. */
final class PrincipalStatements {

    private final LabSession session;
    private final LabInstance instance;

    PrincipalStatements(LabSession session) {
        this.session = session;
        this.instance = session.instance();
    }

    void run(ServerStatement statement) throws ServerError {
        if (!session.login().sysadmin()) {
            throw new ServerError(15247, 16, "User does not have permission to perform this action.");
        }
        if (statement instanceof ServerStatement.AlterAuthorization change) {
            Database database = instance.databases().named(change.database());
            database.ownerSid(login(change.principal()).sid());
        } else if (statement instanceof ServerStatement.CreateLogin create) {
            createLogin(create);
        } else if (statement instanceof ServerStatement.DropLogin drop) {
            login(drop.name());
            instance.logins().drop(drop.name());
        } else if (statement instanceof ServerStatement.AlterServerRole change) {
            alterRole(change);
        } else if (statement instanceof ServerStatement.CreateUser create) {
            createUser(create);
        } else if (statement instanceof ServerStatement.AlterUser change) {
            byte[] sid = login(change.login()).sid();
            Database database = current();
            user(database, change.name());
            database.users().replaceAll(u -> u.name().equalsIgnoreCase(change.name()) ? u.of(sid) : u);
        } else if (statement instanceof ServerStatement.DropUser drop) {
            Database database = current();
            DatabaseUser user = user(database, drop.name());
            database.users().remove(user);
        } else {
            throw Errors.notSimulated(statement.getClass().getSimpleName());
        }
    }

    private Database current() throws ServerError {
        return instance.databases().enter(session, session.database());
    }

    private Login login(String name) throws ServerError {
        Login found = instance.logins().find(name);
        if (found == null) {
            throw new ServerError(
                    15151,
                    16,
                    "Cannot find the principal '" + name
                            + "', because it does not exist or you do not have permission.");
        }
        return found;
    }

    private static DatabaseUser user(Database database, String name) throws ServerError {
        return database.users().stream()
                .filter(u -> u.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ServerError(
                        15151,
                        16,
                        "Cannot find the user '" + name
                                + "', because it does not exist or you do not have permission."));
    }

    private void createLogin(ServerStatement.CreateLogin create) throws ServerError {
        if (instance.logins().find(create.name()) != null) {
            throw new ServerError(15025, 16, "The server principal '" + create.name() + "' already exists.");
        }
        char type = create.windows() ? 'U' : 'S';
        byte[] sid = create.sid() != null
                ? HexFormat.of().parseHex(create.sid())
                : create.windows() ? Login.domainSid(create.name()) : Login.freshSid();
        if (instance.logins().find(sid) != null) {
            throw new ServerError(15433, 16, "Supplied parameter sid is in use.");
        }
        instance.logins().add(create.name(), type, sid, create.password(), false, instance.now());
    }

    private void alterRole(ServerStatement.AlterServerRole change) throws ServerError {
        if (!change.role().equalsIgnoreCase("sysadmin")) {
            throw Errors.notSimulated("the server role " + change.role());
        }
        Login member = login(change.member());
        instance.logins().drop(member.name());
        instance.logins()
                .add(member.name(), member.type(), member.sid(), member.password(), change.add(), member.created());
    }

    private void createUser(ServerStatement.CreateUser create) throws ServerError {
        Database database = current();
        if (database.users().stream().anyMatch(u -> u.name().equalsIgnoreCase(create.name()))) {
            throw new ServerError(
                    15023, 16, "User, group, or role '" + create.name() + "' already exists in the current database.");
        }
        Login login = create.login() == null ? null : login(create.login());
        int id = Math.max(
                        4,
                        database.users().stream()
                                .mapToInt(DatabaseUser::id)
                                .filter(i -> i < 16384)
                                .max()
                                .orElse(4))
                + 1;
        database.users()
                .add(new DatabaseUser(
                        id,
                        create.name(),
                        login == null ? 'S' : login.type(),
                        login == null ? Login.freshSid() : login.sid()));
    }
}
