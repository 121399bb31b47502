package io.jenkins.plugins.pchat.lab.server.tsql;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads ALTER, CREATE and DROP DATABASE, DBCC CHECKDB and ALTER AUTHORIZATION. */
final class DatabaseParser {

    private static final Set<String> WORDS = Set.of(
            "SINGLE_USER", "RESTRICTED_USER", "MULTI_USER", "OFFLINE", "ONLINE", "ENABLE_BROKER", "DISABLE_BROKER");
    private static final Map<String, Set<String>> VALUES = Map.of(
            "PARTNER", Set.of("OFF"),
            "WITNESS", Set.of("OFF"),
            "RECOVERY", Set.of("FULL", "SIMPLE", "BULK_LOGGED"),
            "PAGE_VERIFY", Set.of("CHECKSUM", "TORN_PAGE_DETECTION", "NONE"),
            "TRUSTWORTHY", Set.of("ON", "OFF"),
            "DB_CHAINING", Set.of("ON", "OFF"),
            "AUTO_CLOSE", Set.of("ON", "OFF"),
            "AUTO_SHRINK", Set.of("ON", "OFF"),
            "AUTO_UPDATE_STATISTICS_ASYNC", Set.of("ON", "OFF"));

    private final Cursor cursor;

    DatabaseParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Statement alter(int line) throws ServerError {
        cursor.expect("ALTER", "DATABASE");
        String database = cursor.name();
        if (!cursor.accept("SET")) {
            throw cursor.notSimulated("ALTER DATABASE");
        }
        Token word = cursor.peek();
        String option = cursor.name().toUpperCase(Locale.ROOT);
        String value = null;
        if (option.equals("COMPATIBILITY_LEVEL")) {
            cursor.expect("=");
            value = cursor.expect(Token.Kind.NUMBER).text();
        } else if (VALUES.containsKey(option)) {
            if (!cursor.peek().isName()
                    || !VALUES.get(option).contains(cursor.peek().text().toUpperCase(Locale.ROOT))) {
                throw cursor.notSimulated("ALTER DATABASE ... SET " + option);
            }
            value = cursor.name().toUpperCase(Locale.ROOT);
        } else if (!WORDS.contains(option)) {
            throw new ServerError(
                    40000, 16, "The lab doesn't simulate this: ALTER DATABASE ... SET " + word.text() + ".");
        }
        String termination = null;
        int seconds = 0;
        if (cursor.accept("WITH", "ROLLBACK", "IMMEDIATE")) {
            termination = "IMMEDIATE";
        } else if (cursor.accept("WITH", "ROLLBACK", "AFTER")) {
            termination = "AFTER";
            seconds = Integer.parseInt(cursor.expect(Token.Kind.NUMBER).text());
            cursor.accept("SECONDS");
        } else if (cursor.accept("WITH", "NO_WAIT")) {
            termination = "NO_WAIT";
        } else if (cursor.at("WITH", ",")) {
            throw cursor.notSimulated("ALTER DATABASE");
        }
        return new ServerStatement.AlterDatabase(line, database, option, value, termination, seconds);
    }

    Statement other(int line) throws ServerError {
        if (cursor.accept("CREATE", "DATABASE")) {
            String name = cursor.name();
            if (!Extents.starts(cursor)) {
                throw cursor.notSimulated("CREATE DATABASE");
            }
            return new ServerStatement.CreateDatabase(line, name);
        }
        if (cursor.accept("DROP", "DATABASE")) {
            List<String> names = new ArrayList<>();
            do {
                names.add(cursor.name());
            } while (cursor.accept(","));
            return new ServerStatement.DropDatabase(line, names);
        }
        if (cursor.accept("DBCC")) {
            return check(line);
        }
        cursor.expect("ALTER", "AUTHORIZATION", "ON");
        if (!cursor.accept("DATABASE")) {
            throw cursor.notSimulated("ALTER AUTHORIZATION");
        }
        cursor.expect("::");
        String database = cursor.name();
        cursor.expect("TO");
        return new ServerStatement.AlterAuthorization(line, database, cursor.name());
    }

    private Statement check(int line) throws ServerError {
        if (!cursor.accept("CHECKDB")) {
            throw cursor.notSimulated("DBCC");
        }
        Expression database = null;
        if (cursor.accept("(")) {
            database = Extents.expression(cursor);
            cursor.expect(")");
        }
        Set<String> options = new TreeSet<>();
        if (cursor.accept("WITH")) {
            do {
                if (!cursor.at(
                        "NO_INFOMSGS",
                        "ALL_ERRORMSGS",
                        "PHYSICAL_ONLY",
                        "TABLOCK",
                        "EXTENDED_LOGICAL_CHECKS",
                        "DATA_PURITY")) {
                    throw cursor.notSimulated("DBCC CHECKDB");
                }
                options.add(cursor.next().text().toUpperCase(Locale.ROOT));
            } while (cursor.accept(","));
        }
        return new ServerStatement.CheckDatabase(line, database, options);
    }
}
