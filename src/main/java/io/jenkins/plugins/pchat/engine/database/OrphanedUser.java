package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.ArrayList;
import java.util.List;

/**
 * A user of a restored database whose login is not on this server.
 *
 * <p>A SQL user is tied to the SQL login of the same name if there is one. Nobody is given a login: a Windows account
 * keeps its SID and needs only
 * {@code CREATE LOGIN ... FROM WINDOWS}, but that lets somebody in, so a person decides it; a group of the other
 * machine has a SID that means
 * nothing here and can't be attached at all.
 *
 * @param type {@code SQL_USER}, {@code WINDOWS_USER}, {@code WINDOWS_GROUP}
 * @param attachable whether it is a SQL user and a SQL login of that name is there
 */
public record OrphanedUser(String name, String type, boolean attachable) {

    private static final int VERSION_2012 = 11;

    /** The orphaned users of a database that is online. */
    public static List<OrphanedUser> read(SqlSession session, String database, ServerIdentity server)
            throws Failure, InterruptedException {
        List<OrphanedUser> users = new ArrayList<>();
        for (SqlRow row : session.query(Queries.orphanedUsers(database, server.major() >= VERSION_2012))) {
            String type = row.text("type_desc");
            users.add(new OrphanedUser(
                    row.word("name"), type, "SQL_USER".equals(type) && row.value("login_of_that_name") != null));
        }
        return users;
    }

    String line() {
        if (attachable) {
            return name + " (" + type + "): has no login, one of its name is there";
        }
        return name + " (" + type + "): has no login on this server; "
                + ("SQL_USER".equals(type)
                        ? "create the login with the SID that the user has"
                        : "CREATE LOGIN [" + name.replace("]", "]]")
                                + "] FROM WINDOWS, unless it is an account of the other machine");
    }
}
