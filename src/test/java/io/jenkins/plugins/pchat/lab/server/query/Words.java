package io.jenkins.plugins.pchat.lab.server.query;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of queries: which are keywords, which functions the table engine has under the same or another name. */
final class Words {

    private static final Set<String> KEYWORDS = Set.of(
            "ALL", "AND", "ANY", "AS", "ASC", "BETWEEN", "BY", "CASE", "CREATE", "CROSS", "DEFAULT", "DELETE", "DESC", "DISTINCT", "DROP", "ELSE", "END", "ESCAPE",
            "EXCEPT", "EXISTS", "FETCH", "FIRST", "FROM", "FULL", "GROUP", "HAVING", "IN", "INDEX", "INNER", "INSERT", "INTERSECT", "INTO", "IS", "JOIN", "LEFT",
            "LIKE", "NEXT", "NOT", "NULL", "OFFSET", "ON", "ONLY", "OR", "ORDER", "OUTER", "OVER", "PARTITION", "PERCENT", "RIGHT", "ROW", "ROWS", "SELECT", "SET",
            "SOME", "TABLE", "THEN", "TIES", "TOP", "TRUNCATE", "UNION", "UNIQUE", "UPDATE", "VALUES", "WHEN", "WHERE", "WITH");

    /** Functions that mean the same in the table engine. */
    private static final Set<String> SAME = Set.of(
            "ABS", "ASCII", "AVG", "CHAR", "CHARINDEX", "COALESCE", "CONCAT", "DENSE_RANK", "EXISTS", "FLOOR", "LEFT", "LOWER", "LTRIM", "MAX", "MIN", "NULLIF",
            "POWER", "RANK", "REPLACE", "REVERSE", "RIGHT", "ROUND", "ROW_NUMBER", "RTRIM", "SCOPE_IDENTITY", "SIGN", "SPACE", "SQRT", "SUBSTRING", "SUM", "UPPER",
            "YEAR", "MONTH", "DAY", "IN", "ANY", "ALL", "SOME", "VALUES", "OVER", "TOP");

    private static final Map<String, String> RENAMED = Map.of(
            "ISNULL", "COALESCE", "STUFF", "INSERT", "REPLICATE", "REPEAT", "CEILING", "CEIL", "NEWID", "RANDOM_UUID", "NEWSEQUENTIALID", "RANDOM_UUID", "NCHAR",
            "CHAR", "COUNT_BIG", "COUNT");

    /** Functions of the lab, as aliases in schema lab of the table engine; each takes the session first. */
    private static final Set<String> OWN = Set.of(
            "DATABASEPROPERTYEX", "DB_ID", "DB_NAME", "FILEPROPERTY", "HAS_DBACCESS", "HAS_PERMS_BY_NAME", "IS_MEMBER", "IS_SRVROLEMEMBER", "ISNUMERIC",
            "OBJECT_ID", "OBJECT_NAME", "PARSENAME", "QUOTENAME", "SCHEMA_ID", "SCHEMA_NAME", "SERVERPROPERTY", "SUSER_ID", "SUSER_NAME", "SUSER_SID", "SUSER_SNAME",
            "USER_ID", "USER_NAME");

    private static final Map<String, String> DATE_PARTS = Map.ofEntries(
            Map.entry("yy", "YEAR"), Map.entry("yyyy", "YEAR"), Map.entry("year", "YEAR"),
            Map.entry("qq", "QUARTER"), Map.entry("q", "QUARTER"), Map.entry("quarter", "QUARTER"),
            Map.entry("mm", "MONTH"), Map.entry("m", "MONTH"), Map.entry("month", "MONTH"),
            Map.entry("dd", "DAY"), Map.entry("d", "DAY"), Map.entry("day", "DAY"),
            Map.entry("wk", "WEEK"), Map.entry("ww", "WEEK"), Map.entry("week", "WEEK"),
            Map.entry("hh", "HOUR"), Map.entry("hour", "HOUR"),
            Map.entry("mi", "MINUTE"), Map.entry("n", "MINUTE"), Map.entry("minute", "MINUTE"),
            Map.entry("ss", "SECOND"), Map.entry("s", "SECOND"), Map.entry("second", "SECOND"),
            Map.entry("ms", "MILLISECOND"), Map.entry("millisecond", "MILLISECOND"),
            Map.entry("mcs", "MICROSECOND"), Map.entry("microsecond", "MICROSECOND"));

    private Words() {}

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word.toUpperCase(Locale.ROOT));
    }

    /** The table engine's name of a function, null when it has none that means the same. */
    static String engineFunction(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return SAME.contains(upper) ? upper : RENAMED.get(upper);
    }

    static boolean isOwnFunction(String name) {
        return OWN.contains(name.toUpperCase(Locale.ROOT));
    }

    /** The table engine's word for a part of a date, null when it is none. */
    static String datePart(String word) {
        return DATE_PARTS.get(word.toLowerCase(Locale.ROOT));
    }
}
