package io.jenkins.plugins.pchat.lab.server.query;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The parts of a date that DATEADD and its like know, with their abbreviations. */
final class DateParts {

    private static final Map<String, String> BY_WORD = new HashMap<>();

    static {
        String[] parts = {
            "YEAR yy yyyy",
            "QUARTER qq q",
            "MONTH mm m",
            "DAY dd d",
            "WEEK wk ww",
            "HOUR hh",
            "MINUTE mi n",
            "SECOND ss s",
            "MILLISECOND ms",
            "MICROSECOND mcs"
        };
        for (String part : parts) {
            String[] words = part.split(" ");
            for (String word : words) {
                BY_WORD.put(word.toLowerCase(Locale.ROOT), words[0]);
            }
        }
    }

    private DateParts() {}

    /** The table engine's word for a part; 155 when it is none. */
    static String of(String word) throws ServerError {
        String part = BY_WORD.get(word.toLowerCase(Locale.ROOT));
        if (part == null) {
            throw new ServerError(155, 15, "'" + word + "' is not a recognized date part in the lab.");
        }
        return part;
    }
}
