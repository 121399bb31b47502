package io.jenkins.plugins.pchat.lab.server.query;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of queries: which are keywords, which functions the table engine has under the same or another name. */
final class Words {

    private static final Set<String> KEYWORDS =
            words("ALL AND ANY AS ASC BETWEEN BY CASE CREATE CROSS DEFAULT DELETE DESC DISTINCT DROP ELSE END ESCAPE "
                    + "EXCEPT EXISTS FETCH FIRST FROM FULL GROUP HAVING IN INDEX INNER INSERT INTERSECT INTO IS JOIN "
                    + "LEFT "
                    + "LIKE NEXT NOT NULL OFFSET ON ONLY OR ORDER OUTER OVER PARTITION PERCENT RIGHT ROW ROWS SELECT "
                    + "SET "
                    + "SOME TABLE THEN TIES TOP TRUNCATE UNION UNIQUE UPDATE VALUES WHEN WHERE WITH");

    /** Functions that mean the same in the table engine. */
    private static final Set<String> SAME = words(
            "ABS ASCII AVG CHAR CHARINDEX COALESCE CONCAT DENSE_RANK EXISTS FLOOR IN LEFT LOWER LTRIM MAX MIN DAY "
                    + "MONTH NULLIF POWER RANK REPLACE REVERSE RIGHT ROUND ROW_NUMBER RTRIM SCOPE_IDENTITY SIGN "
                    + "SPACE SQRT "
                    + "SUBSTRING SUM UPPER YEAR");

    private static final Map<String, String> RENAMED = Map.of(
            "ISNULL", "COALESCE",
            "STUFF", "INSERT",
            "REPLICATE", "REPEAT",
            "CEILING", "CEIL",
            "NEWID", "RANDOM_UUID",
            "NEWSEQUENTIALID", "RANDOM_UUID",
            "NCHAR", "CHAR",
            "COUNT_BIG", "COUNT");

    /** Functions of the lab, as aliases in schema lab of the table engine; each takes the session first. */
    private static final Set<String> OWN = words(
            "DATABASEPROPERTYEX DB_ID DB_NAME FILEPROPERTY HAS_DBACCESS HAS_PERMS_BY_NAME IS_MEMBER IS_SRVROLEMEMBER "
                    + "ISNUMERIC OBJECT_ID OBJECT_NAME PARSENAME QUOTENAME SCHEMA_ID SCHEMA_NAME SERVERPROPERTY "
                    + "SUSER_ID "
                    + "SUSER_NAME SUSER_SID SUSER_SNAME USER_ID USER_NAME");

    private Words() {}

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

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
}
