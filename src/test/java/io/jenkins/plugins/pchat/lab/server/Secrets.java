package io.jenkins.plugins.pchat.lab.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps passwords out of the journal. */
final class Secrets {

    private static final Pattern PASSWORD = Pattern.compile("(?i)(password\\s*=\\s*)N?'(?:[^']|'')*'");

    private Secrets() {}

    static String masked(String batch) {
        Matcher password = PASSWORD.matcher(batch);
        return password.replaceAll("$1'***'");
    }
}
