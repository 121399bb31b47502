package io.jenkins.plugins.pchat.lab.server.tsql;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads SET: of a variable or of an option of the session. */
final class SetParser {

    private static final Set<String> SWITCHES = Set.of(
            "ANSI_DEFAULTS",
            "ANSI_NULLS",
            "ANSI_NULL_DFLT_OFF",
            "ANSI_NULL_DFLT_ON",
            "ANSI_PADDING",
            "ANSI_WARNINGS",
            "ARITHABORT",
            "ARITHIGNORE",
            "CONCAT_NULL_YIELDS_NULL",
            "CURSOR_CLOSE_ON_COMMIT",
            "FMTONLY",
            "IMPLICIT_TRANSACTIONS",
            "NOCOUNT",
            "NUMERIC_ROUNDABORT",
            "QUOTED_IDENTIFIER",
            "REMOTE_PROC_TRANSACTIONS",
            "XACT_ABORT");
    private static final Set<String> VALUES =
            Set.of("DATEFIRST", "DATEFORMAT", "DEADLOCK_PRIORITY", "LANGUAGE", "LOCK_TIMEOUT", "ROWCOUNT", "TEXTSIZE");

    private final Cursor cursor;

    SetParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Statement parse(int line) throws ServerError {
        if (cursor.peek().kind() == Token.Kind.VARIABLE) {
            String variable = cursor.next().text();
            if (!cursor.at("=", "+=", "-=", "*=", "/=", "%=")) {
                throw cursor.unexpected();
            }
            return new Statement.Assign(line, variable, cursor.next().text(), Extents.expression(cursor));
        }
        if (cursor.accept("TRANSACTION", "ISOLATION", "LEVEL")) {
            return isolation(line);
        }
        String option = cursor.name().toUpperCase(Locale.ROOT);
        if (option.equals("IDENTITY_INSERT") || option.equals("STATISTICS")) {
            while (!cursor.at("ON", "OFF") && !Extents.starts(cursor)) {
                cursor.next();
            }
            return new Statement.SetOption(line, List.of(option), onOff());
        }
        if (VALUES.contains(option)) {
            return new Statement.SetOption(line, List.of(option), value());
        }
        List<String> options = new ArrayList<>(List.of(option));
        while (cursor.accept(",")) {
            options.add(cursor.name().toUpperCase(Locale.ROOT));
        }
        for (String name : options) {
            if (!SWITCHES.contains(name)) {
                throw new ServerError(195, 15, "'" + name + "' is not a recognized SET option.");
            }
        }
        return new Statement.SetOption(line, options, onOff());
    }

    private Expression onOff() throws ServerError {
        if (!cursor.at("ON", "OFF")) {
            throw cursor.unexpected();
        }
        return new Expression(List.of(cursor.next()));
    }

    private Expression value() throws ServerError {
        List<Token> value = new ArrayList<>();
        if (cursor.at("-")) {
            value.add(cursor.next());
        }
        if (cursor.atEnd()) {
            throw cursor.unexpected();
        }
        value.add(cursor.next());
        return new Expression(value);
    }

    private Statement isolation(int line) throws ServerError {
        List<Token> level = new ArrayList<>();
        if (!cursor.at("READ", "REPEATABLE", "SERIALIZABLE", "SNAPSHOT")) {
            throw cursor.unexpected();
        }
        level.add(cursor.next());
        if (cursor.at("COMMITTED", "UNCOMMITTED")) {
            level.add(cursor.next());
        } else if (level.get(0).is("REPEATABLE")) {
            cursor.expect("READ");
        }
        return new Statement.SetOption(line, List.of("TRANSACTION ISOLATION LEVEL"), new Expression(level));
    }
}
