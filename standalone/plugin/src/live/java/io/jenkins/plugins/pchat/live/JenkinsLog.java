package io.jenkins.plugins.pchat.live;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a Jenkins complains of in its log. */
final class JenkinsLog {

    private static final Pattern RECORD = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\S+\t\\[id=\\d+]\t(\\w+)\t.*");
    private static final int LINES = 30;

    private JenkinsLog() {}

    /** The records of level SEVERE, each with the beginning of its stack trace. */
    static List<String> severe(List<String> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (level(lines.get(i)).equals("SEVERE")) {
                int end = i + 1;
                while (end < lines.size()
                        && end < i + LINES
                        && level(lines.get(end)).isEmpty()) {
                    end++;
                }
                found.add(String.join("\n", lines.subList(i, end)));
            }
        }
        return found;
    }

    /** Empty where no record begins. */
    private static String level(String line) {
        var record = RECORD.matcher(line);
        return record.matches() ? record.group(1) : "";
    }
}
