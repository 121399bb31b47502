package io.jenkins.plugins.pchat.lab.server.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the lab's functions known to the table engine, by their names in T-SQL. */
final class FunctionDefinitions {

    private static final String[] ON_DATABASES = {
        "DATABASEPROPERTYEX",
        "DB_ID",
        "DB_NAME",
        "FILEPROPERTY",
        "HAS_DBACCESS",
        "OBJECT_ID",
        "OBJECT_NAME",
        "SCHEMA_ID",
        "SCHEMA_NAME",
        "SERVERPROPERTY"
    };
    private static final String[] ON_LOGINS = {
        "HAS_PERMS_BY_NAME",
        "IS_MEMBER",
        "IS_SRVROLEMEMBER",
        "SUSER_ID",
        "SUSER_NAME",
        "SUSER_SID",
        "SUSER_SNAME",
        "USER_ID",
        "USER_NAME"
    };
    private static final String[] ON_TEXT = {"QUOTENAME", "PARSENAME", "ISNUMERIC", "FORMAT_DATE", "HEX"};

    private FunctionDefinitions() {}

    static List<String> all() {
        List<String> statements = new ArrayList<>();
        add(statements, ServerFunctions.class, ON_DATABASES);
        add(statements, LoginFunctions.class, ON_LOGINS);
        add(statements, TextFunctions.class, ON_TEXT);
        return statements;
    }

    private static void add(List<String> statements, Class<?> owner, String[] functions) {
        for (String function : functions) {
            statements.add(
                    "CREATE ALIAS \"lab\".\"" + function + "\" FOR '" + owner.getName() + "." + method(function) + "'");
        }
    }

    /** {@code SUSER_SNAME} is {@code suserSname}. */
    private static String method(String function) {
        StringBuilder text = new StringBuilder();
        for (String part : function.toLowerCase(Locale.ROOT).split("_")) {
            boolean first = text.length() == 0;
            text.append(first ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return text.toString();
    }
}
