package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.PlainText;

/** Checks that several requests share. Their exceptions carry a sentence for the user. */
final class Requests {

    private Requests() {}

    static void needed(String parameter, Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new IllegalArgumentException(parameter + " is missing.");
        }
    }

    static void between(String parameter, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    parameter + " is " + value + "; it can be " + least + " to " + most + ".");
        }
    }

    /** An optional number that is a multiple of a unit. */
    static void multiple(String parameter, Integer value, int unit, int most) {
        if (value != null) {
            between(parameter, value, unit, most);
            if (value % unit != 0) {
                throw new IllegalArgumentException(
                        parameter + " is " + value + "; it must be a multiple of " + unit + ".");
            }
        }
    }

    /** An optional text of one line; null or blank is null. */
    static String line(String parameter, String value, int most) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String line = value.strip();
        if (line.length() > most || !PlainText.isPlain(line)) {
            throw new IllegalArgumentException(parameter + " must be one line of at most " + most
                    + " characters, none of them a control character or a mark of writing direction.");
        }
        return line;
    }

    /** A server's own name, {@code HOST} or {@code HOST\INSTANCE}; null or blank is null. */
    static String serverName(String parameter, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]*(\\\\[A-Za-z_#][A-Za-z0-9_$#]*)?")) {
            throw new IllegalArgumentException(parameter + " is " + PlainText.quoted(value)
                    + "; it must be a server's own name, 'HOST' or 'HOST\\INSTANCE',"
                    + " as SELECT @@SERVERNAME shows it.");
        }
        return value;
    }
}
