package io.jenkins.plugins.pchat.lab.server.tsql;

import io.jenkins.plugins.pchat.lab.wire.ServerError;

/** Reads what makes and changes logins, users and the members of server roles. */
final class PrincipalParser {

    private final Cursor cursor;

    PrincipalParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Statement parse(int line) throws ServerError {
        if (cursor.accept("CREATE", "LOGIN")) {
            return createLogin(line);
        }
        if (cursor.accept("DROP", "LOGIN")) {
            return new ServerStatement.DropLogin(line, cursor.name());
        }
        if (cursor.accept("ALTER", "SERVER", "ROLE")) {
            String role = cursor.name();
            boolean add = cursor.accept("ADD");
            if (!add) {
                cursor.expect("DROP");
            }
            cursor.expect("MEMBER");
            return new ServerStatement.AlterServerRole(line, role, add, cursor.name());
        }
        if (cursor.accept("CREATE", "USER")) {
            return createUser(line);
        }
        if (cursor.accept("ALTER", "USER")) {
            String user = cursor.name();
            if (!cursor.accept("WITH", "LOGIN")) {
                throw cursor.notSimulated("ALTER USER");
            }
            cursor.expect("=");
            return new ServerStatement.AlterUser(line, user, cursor.name());
        }
        if (cursor.accept("DROP", "USER")) {
            return new ServerStatement.DropUser(line, cursor.name());
        }
        String verb = cursor.next().text();
        throw cursor.notSimulated("a statement that begins with " + verb);
    }

    private Statement createLogin(int line) throws ServerError {
        String name = cursor.name();
        if (cursor.accept("FROM", "WINDOWS")) {
            return new ServerStatement.CreateLogin(line, name, true, null, null);
        }
        cursor.expect("WITH", "PASSWORD");
        cursor.expect("=");
        String password = cursor.expect(Token.Kind.TEXT).text();
        String sid = null;
        while (cursor.accept(",")) {
            if (cursor.accept("SID")) {
                cursor.expect("=");
                sid = cursor.expect(Token.Kind.BINARY).text();
            } else if (cursor.at("CHECK_POLICY", "CHECK_EXPIRATION")) {
                cursor.next();
                cursor.expect("=");
                cursor.next();
            } else {
                throw cursor.notSimulated("CREATE LOGIN");
            }
        }
        return new ServerStatement.CreateLogin(line, name, false, password, sid);
    }

    private Statement createUser(int line) throws ServerError {
        String user = cursor.name();
        if (cursor.accept("WITHOUT", "LOGIN")) {
            return new ServerStatement.CreateUser(line, user, null);
        }
        String login = user;
        if (cursor.accept("FOR", "LOGIN") || cursor.accept("FROM", "LOGIN")) {
            login = cursor.name();
        }
        if (cursor.at("WITH", "WITHOUT")) {
            throw cursor.notSimulated("CREATE USER");
        }
        return new ServerStatement.CreateUser(line, user, login);
    }
}
