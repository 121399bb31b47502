package io.jenkins.plugins.pchat.lab.server.tsql;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads BACKUP and RESTORE with the options that the lab honours; another option is error 40000, a word that is none is
 * 155.
 */
final class BackupParser {

    private static final Set<String> BACKUP_FLAGS = Set.of(
            "COPY_ONLY",
            "CHECKSUM",
            "NO_CHECKSUM",
            "COMPRESSION",
            "NO_COMPRESSION",
            "INIT",
            "NOINIT",
            "FORMAT",
            "NOFORMAT",
            "SKIP",
            "NOSKIP",
            "STATS",
            "NORECOVERY",
            "STOP_ON_ERROR",
            "NOREWIND",
            "NOUNLOAD",
            "REWIND",
            "UNLOAD");
    private static final Set<String> BACKUP_VALUES = Set.of(
            "STATS",
            "NAME",
            "DESCRIPTION",
            "MEDIANAME",
            "MEDIADESCRIPTION",
            "BLOCKSIZE",
            "BUFFERCOUNT",
            "MAXTRANSFERSIZE",
            "EXPIREDATE",
            "RETAINDAYS");
    private static final Set<String> RESTORE_FLAGS = Set.of(
            "REPLACE",
            "RECOVERY",
            "NORECOVERY",
            "RESTRICTED_USER",
            "CHECKSUM",
            "NO_CHECKSUM",
            "STATS",
            "STOP_ON_ERROR",
            "LOADHISTORY",
            "NOREWIND",
            "NOUNLOAD",
            "REWIND",
            "UNLOAD");
    private static final Set<String> RESTORE_VALUES =
            Set.of("FILE", "STATS", "BLOCKSIZE", "BUFFERCOUNT", "MAXTRANSFERSIZE", "MEDIANAME");
    private static final Set<String> LOOK_ONLY = Set.of("HEADERONLY", "FILELISTONLY", "VERIFYONLY", "LABELONLY");

    private final Cursor cursor;

    BackupParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Statement parse(int line) throws ServerError {
        boolean backup = cursor.next().is("BACKUP");
        String kind = cursor.name().toUpperCase(Locale.ROOT);
        boolean looks = !backup && LOOK_ONLY.contains(kind);
        if (!looks && !kind.equals("DATABASE") && !kind.equals("LOG")) {
            throw new ServerError(
                    40000, 16, "The lab doesn't simulate this: " + (backup ? "BACKUP " : "RESTORE ") + kind + ".");
        }
        Expression database = looks ? null : operand();
        if (cursor.at("FILE", "FILEGROUP", "PAGE", "READ_WRITE_FILEGROUPS")) {
            throw cursor.notSimulated("BACKUP or RESTORE");
        }
        List<Expression> disks = new ArrayList<>();
        if (cursor.accept(backup ? "TO" : "FROM")) {
            do {
                if (!cursor.accept("DISK")) {
                    throw cursor.notSimulated("the list of backup devices");
                }
                cursor.expect("=");
                disks.add(operand());
            } while (cursor.accept(","));
        } else if (backup || looks) {
            throw cursor.unexpected();
        }
        WithOptions options = backup
                ? options("BACKUP", BACKUP_FLAGS, BACKUP_VALUES)
                : options("RESTORE", RESTORE_FLAGS, RESTORE_VALUES);
        return backup
                ? new ServerStatement.Backup(line, kind, database, disks, options)
                : new ServerStatement.Restore(line, kind, database, disks, options);
    }

    private WithOptions options(String statement, Set<String> flags, Set<String> valued) throws ServerError {
        Set<String> found = new TreeSet<>();
        Map<String, Expression> values = new LinkedHashMap<>();
        List<WithOptions.Move> moves = new ArrayList<>();
        if (cursor.accept("WITH")) {
            do {
                Token word = cursor.peek();
                String name = cursor.name().toUpperCase(Locale.ROOT);
                if (name.equals("MOVE") && statement.equals("RESTORE")) {
                    Expression logical = operand();
                    cursor.expect("TO");
                    moves.add(new WithOptions.Move(logical, operand()));
                } else if (cursor.at("=") && valued.contains(name)) {
                    cursor.next();
                    values.put(name, operand());
                } else if (!cursor.at("=") && flags.contains(name)) {
                    found.add(name);
                } else {
                    throw refused(statement, word);
                }
            } while (cursor.accept(","));
        }
        return new WithOptions(found, values, moves);
    }

    private static ServerError refused(String statement, Token word) {
        boolean known = Set.of(
                        "DIFFERENTIAL",
                        "ENCRYPTION",
                        "CREDENTIAL",
                        "PASSWORD",
                        "MEDIAPASSWORD",
                        "CONTINUE_AFTER_ERROR",
                        "NO_TRUNCATE",
                        "RESTART",
                        "STANDBY",
                        "STOPAT",
                        "STOPATMARK",
                        "STOPBEFOREMARK",
                        "PARTIAL",
                        "KEEP_REPLICATION",
                        "KEEP_CDC",
                        "ENABLE_BROKER",
                        "NEW_BROKER",
                        "ERROR_BROKER_CONVERSATIONS",
                        "MIRROR",
                        "READ_WRITE_FILEGROUPS",
                        "FILESTREAM",
                        "METADATA_ONLY",
                        "SNAPSHOT")
                .contains(word.text().toUpperCase(Locale.ROOT));
        return known
                ? new ServerError(
                        40000, 16, "The lab doesn't simulate this: " + statement + " WITH " + word.text() + ".")
                : new ServerError(155, 15, "'" + word.text() + "' is not a recognized " + statement + " option.");
    }

    /** A literal, a variable, a name. */
    private Expression operand() throws ServerError {
        if (cursor.atEnd() || cursor.peek().kind() == Token.Kind.SYMBOL) {
            throw cursor.unexpected();
        }
        return new Expression(List.of(cursor.next()));
    }
}
