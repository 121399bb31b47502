package io.jenkins.plugins.pchat.engine.database;

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
            throw new IllegalArgumentException(parameter + " is " + value + "; it can be " + least + " to " + most + ".");
        }
    }

    /** A server's own name, {@code HOST} or {@code HOST\INSTANCE}; null or blank is null. */
    static String serverName(String parameter, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]*(\\\\[A-Za-z_#][A-Za-z0-9_$#]*)?")) {
            throw new IllegalArgumentException(parameter + " is '" + value.replaceAll("\\p{Cntrl}", "?")
                    + "'; it must be a server's own name, 'HOST' or 'HOST\\INSTANCE', as SELECT @@SERVERNAME shows it.");
        }
        return value;
    }
}
