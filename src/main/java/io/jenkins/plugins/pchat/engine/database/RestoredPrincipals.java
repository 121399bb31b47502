package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.TSql;

/** The owner and the users of a restored database, which came with the backup from another server. */
final class RestoredPrincipals {

    /** The login that shall own the database is one of its users already. */
    private static final int OWNER_IS_USER = 15110;

    private final SqlSession session;
    private final String database;
    private final ServerIdentity server;

    RestoredPrincipals(SqlSession session, String database, ServerIdentity server) {
        this.session = session;
        this.database = database;
        this.server = server;
    }

    /** Persistent Chat does not care who owns its database: a restored one is not given up for that. */
    void giveBack(String statement, Console console) throws Failure, InterruptedException {
        try {
            session.execute(statement, console);
        } catch (Failure e) {
            if (e.sqlNumber() != OWNER_IS_USER) {
                throw e;
            }
            console.line("The owner is left as the restore made it: " + e.what());
        }
    }

    /** Ties each SQL user without a login to the login of its name. */
    void attachUsers(Console console) throws Failure, InterruptedException {
        for (OrphanedUser user : OrphanedUser.read(session, database, server)) {
            if (!PlainText.isPlain(user.name())) {
                console.line("user " + user.name() + " has a name that no statement of ours takes; tie it by hand");
            } else if (user.attachable()) {
                session.execute(TSql.attachUser(database, user.name()), console);
                console.line("user " + user.name() + " has its login again");
            } else {
                console.line("user " + user.line());
            }
        }
    }
}
