package io.jenkins.plugins.pchat.engine.shell;

import io.jenkins.plugins.pchat.engine.PlainText;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the output of a PowerShell process that gave no answer readable. With its streams redirected, PowerShell writes
 * errors, warnings and progress as {@code #< CLIXML} and one line of XML; of that only the texts of errors are worth
 * showing.
 */
final class Noise {

    private static final int LINES = 12;
    private static final int LENGTH = 300;

    /** Characters at the end of an output in which lines are looked for. */
    private static final int MOST = 256 * 1024;

    private static final Pattern ERROR_TEXT = Pattern.compile("<S S=\"Error\">(.*?)</S>", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Noise() {}

    /** The last lines, each cut to a length that a log bears; empty when there is nothing to show. */
    static List<String> lastLines(String output) {
        List<String> lines = readable(output.substring(Math.max(0, output.length() - MOST)))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> PlainText.line(line, LENGTH + 3))
                .toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }

    private static String readable(String output) {
        int clixml = output.indexOf("#< CLIXML");
        if (clixml < 0) {
            return output;
        }
        Stream<String> errors =
                ERROR_TEXT.matcher(output.substring(clixml)).results().map(found -> found.group(1));
        return output.substring(0, clixml) + "\n" + unescape(String.join("", errors.toList()));
    }

    private static String unescape(String xml) {
        String text = ESCAPE.matcher(xml).replaceAll(Noise::character);
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private static String character(MatchResult escape) {
        return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
    }
}
