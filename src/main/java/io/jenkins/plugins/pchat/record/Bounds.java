package io.jenkins.plugins.pchat.record;

import java.util.List;

/**
 * How much of anything goes into the record. An operation stays far below these; what exceeds them is shortened when it is written and refused when
 * it is read, so that neither an agent nor a file can fill the controller's memory.
 */
final class Bounds {

    /** Characters of a name: of a server, a step, a person. */
    static final int NAME = 400;

    /** Characters of a line of text. */
    static final int LINE = 4_000;

    /** Characters of a statement, a question, a failure. */
    static final int TEXT = 40_000;

    /** Actions of a plan, lines of a state, entries of a list or a map. */
    static final int COUNT = 500;

    /** How deep values may be nested. */
    static final int DEPTH = 4;

    /** Characters of one trace as JSON. */
    static final int TRACE = 4_000_000;

    private static final String CUT = "…";

    private Bounds() {}

    /** A text that is shortened if it must be; null stays null. */
    static String clip(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        int end = most - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    static <T> List<T> clip(List<T> list) {
        return list.size() <= COUNT ? list : list.subList(0, COUNT);
    }
}
