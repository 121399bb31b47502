package io.jenkins.plugins.pchat.lab.server.catalog;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** Functions on text that the table engine doesn't have. */
public final class TextFunctions {

    private TextFunctions() {}

    public static String quotename(int handle, String name) {
        return quotename(handle, name, "[");
    }

    public static String quotename(int handle, String name, String quote) {
        if (name == null || name.length() > 128) {
            return null;
        }
        return switch (quote) {
            case "[", "]" -> "[" + name.replace("]", "]]") + "]";
            case "'" -> "'" + name.replace("'", "''") + "'";
            case "\"" -> "\"" + name.replace("\"", "\"\"") + "\"";
            default -> null;
        };
    }

    /** The part of a name, counted from its end. */
    public static String parsename(int handle, String name, int part) {
        String[] parts = name.split("\\.");
        return part < 1 || part > parts.length ? null : parts[parts.length - part];
    }

    public static Integer isnumeric(int handle, String text) {
        return text != null && text.trim().matches("[+-]?\\d+(\\.\\d*)?|[+-]?\\.\\d+") ? 1 : 0;
    }

    /** CONVERT of a date to text, in the styles that scripts use; what isn't a date stays as it is. */
    public static String formatDate(String value, int style) {
        if (value == null) {
            return null;
        }
        LocalDateTime time;
        try {
            time = Timestamp.valueOf(value.length() == 10 ? value + " 00:00:00" : value)
                    .toLocalDateTime();
        } catch (IllegalArgumentException e) {
            return value;
        }
        String pattern =
                switch (style) {
                    case 101 -> "MM/dd/yyyy";
                    case 102 -> "yyyy.MM.dd";
                    case 103 -> "dd/MM/yyyy";
                    case 104 -> "dd.MM.yyyy";
                    case 108, 8, 24 -> "HH:mm:ss";
                    case 112 -> "yyyyMMdd";
                    case 114 -> "HH:mm:ss:SSS";
                    case 120, 20 -> "yyyy-MM-dd HH:mm:ss";
                    case 121, 21, 25 -> "yyyy-MM-dd HH:mm:ss.SSS";
                    case 126, 127 -> "yyyy-MM-dd'T'HH:mm:ss.SSS";
                    default ->
                        throw new IllegalArgumentException("The lab doesn't simulate style " + style + " of CONVERT.");
                };
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
    }

    /** CONVERT of a binary value to text: style 1 with 0x, 2 without. */
    public static String hex(byte[] value, int style) {
        return value == null
                ? null
                : (style == 1 ? "0x" : "") + HexFormat.of().withUpperCase().formatHex(value);
    }
}
