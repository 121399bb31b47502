package io.jenkins.plugins.pchat.engine;

import java.util.List;

/**
 * Text that comes from servers, shells and users, and what of it may be shown to a person. A log is read line by line and believed: a line end, a terminal's
 * escape, a console note of Jenkins (it begins with ESC) or a mark that turns the direction of writing must not pass for something that we say.
 */
public final class PlainText {

    /** Characters of one line of a log; what is longer is shortened. The longest line of a statement of ours stays below. */
    public static final int LONGEST_LINE = 8_000;

    /** Characters of a refused value that are repeated to the person who gave it. */
    private static final int LONGEST_QUOTE = 200;

    private static final String CUT = "...";

    private PlainText() {}

    /**
     * Whether a text shows exactly what it is: no control character, no line or paragraph separator, no mark of writing direction (an approver would
     * read another order than the server does), no half of a surrogate pair (the driver would send something else).
     */
    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    /** The same of one character. */
    public static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> !turns(c);
        };
    }

    /** The marks, embeddings, overrides and isolates of bidirectional text, and the byte order mark, which nobody sees. */
    private static boolean turns(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0xFEFF;
    }

    /** A text as one line for a person: line ends are blanks, what is not plain is a question mark; null is {@code null} as text. */
    public static String line(String text) {
        return line(text, LONGEST_LINE);
    }

    /** The same, of so many characters at most. */
    public static String line(String text, int most) {
        String all = String.valueOf(text);
        StringBuilder line = new StringBuilder(Math.min(all.length(), most));
        for (int i = 0; i < all.length(); ) {
            int c = all.codePointAt(i);
            i += Character.charCount(c);
            int length = line.length();
            if (length + Character.charCount(c) > most) {
                return cut(line, most);
            }
            if (isPlain(c)) {
                line.appendCodePoint(c);
            } else if (!Character.isWhitespace(c) && c != 0x85) {
                line.append('?');
            } else if (length == 0 || line.charAt(length - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString();
    }

    private static String cut(StringBuilder line, int most) {
        int end = Math.max(0, most - CUT.length());
        if (end > 0 && Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        line.setLength(end);
        return line.append(CUT).toString();
    }

    /** Each of these as one line. */
    public static List<String> lines(List<String> texts) {
        return texts.stream().map(PlainText::line).toList();
    }

    /** A value that is refused, in quotes, so that the person who gave it finds it again. */
    public static String quoted(String value) {
        return "'" + line(value, LONGEST_QUOTE) + "'";
    }
}
