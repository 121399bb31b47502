package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.sql.SqlName;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import java.util.HexFormat;
import java.util.List;

/**
 * A login, or a user of a database that needs one.
 *
 * @param type {@code S} SQL, {@code U} Windows account, {@code G} Windows group
 * @param sid what ties a user to a login, as {@code 0x...}
 */
record Principal(String name, String type, String sid) {

    static Principal of(SqlRow row) {
        return new Principal(row.word("name"), row.word("type").strip(), hex(row.value("sid")));
    }

    /** Binary data as T-SQL writes it; null for null. */
    static String hex(Object value) {
        return value instanceof byte[] bytes
                ? "0x" + HexFormat.of().withUpperCase().formatHex(bytes)
                : null;
    }

    boolean isSql() {
        return "S".equals(type);
    }

    /** Whether this user would have a login among these, at once or because the restore step ties it to the one of its name. */
    boolean hasLogin(List<Principal> logins) {
        return logins.stream()
                .anyMatch(login -> sid != null && sid.equalsIgnoreCase(login.sid())
                        || isSql() && login.isSql() && name.equalsIgnoreCase(login.name()));
    }

    /** The statement that gives this user a login on a server that has none for it. */
    String createLogin() {
        return "CREATE LOGIN " + SqlName.of(name)
                + (isSql() ? " WITH PASSWORD = N'<password>', SID = " + sid : " FROM WINDOWS");
    }
}
