package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.PlainText;
import java.util.regex.Pattern;

/**
 * A path that two servers understand alike: {@code \\server\share}, then folders, then perhaps a file. The path is
 * opened by SQL Server's own
 * service account, so a drive letter of the person who asks means nothing.
 *
 * @param value without a backslash at its end, at most 259 characters, which is what {@code BACKUP ... TO DISK} takes
 */
public record UncPath(String value) {

    private static final int LONGEST = 259;
    private static final String PART = "[^\\\\/:*?\"<>|\\p{Cntrl}]+";
    private static final Pattern SHARE =
            Pattern.compile("\\\\\\\\[A-Za-z0-9][A-Za-z0-9._-]*\\\\" + PART + "(?:\\\\" + PART + ")*");
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_.-]+");

    public UncPath {
        if (value != null && value.length() > LONGEST + 1) {
            // Before the pattern is tried, which needs a deeper stack for each folder.
            throw tooLong(value);
        }
        String trimmed = value == null ? "" : value.replaceFirst("(?<=[^\\\\])\\\\$", "");
        if (!SHARE.matcher(trimmed).matches() || climbs(trimmed) || !PlainText.isPlain(trimmed)) {
            throw new IllegalArgumentException(PlainText.quoted(value)
                    + " is no UNC path; write '\\\\server\\share' or '\\\\server\\share\\folder',"
                    + " a path that both SQL Servers can reach.");
        }
        if (trimmed.length() > LONGEST) {
            throw tooLong(trimmed);
        }
        value = trimmed;
    }

    private static IllegalArgumentException tooLong(String path) {
        return new IllegalArgumentException("The path has " + path.length() + " characters; SQL Server takes " + LONGEST
                + " at most: " + PlainText.quoted(path));
    }

    /** A folder on a share. */
    public static UncPath folder(String path) {
        return new UncPath(path);
    }

    /** A file on a share; its name holds letters, digits, {@code _ . -} only. */
    public static UncPath file(String path) {
        UncPath file = new UncPath(path);
        if (path.endsWith("\\") || file.value.chars().filter(c -> c == '\\').count() < 4) {
            throw new IllegalArgumentException(
                    PlainText.quoted(path) + " names no file on a share; write '\\\\server\\share\\file.bak'.");
        }
        if (!FILE_NAME.matcher(file.name()).matches()) {
            throw new IllegalArgumentException(PlainText.quoted(file.name())
                    + " can't be used as the name of a backup file; letters, digits and the characters"
                    + " _ . - are allowed.");
        }
        return file;
    }

    /** A file in this folder; characters that a file name can't have become underscores. */
    public UncPath resolve(String fileName) {
        return file(value + "\\" + nameOf(fileName));
    }

    /** A text as a file's name has it. */
    static String nameOf(String text) {
        return text.replaceAll("[^A-Za-z0-9_.-]", "_");
    }

    /** The part after the last backslash. */
    public String name() {
        return value.substring(value.lastIndexOf('\\') + 1);
    }

    /** The path without its last part. */
    public UncPath parent() {
        return new UncPath(value.substring(0, value.lastIndexOf('\\')));
    }

    /**
     * Windows drops blanks and dots at the end of a name, and {@code ..} leaves the share: both would name another
     * place than they show.
     */
    private static boolean climbs(String path) {
        for (String part : path.substring(2).split("\\\\")) {
            if (part.endsWith(".") || part.endsWith(" ") || part.startsWith(" ")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return value;
    }
}
