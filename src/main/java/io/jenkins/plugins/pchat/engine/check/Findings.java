package io.jenkins.plugins.pchat.engine.check;

import io.jenkins.plugins.pchat.engine.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What all checks came to, in the order in which they were made. */
public record Findings(List<Finding> all) {

    /** How the first line of the table begins. */
    public static final String HEADING = "RESULT ";

    private static final String REMEDY = "-> ";
    private static final int MOST_TOLD = 6;
    private static final int LONGEST_EVIDENCE = 400;

    public Findings {
        all = List.copyOf(all);
    }

    /** Those of one result. */
    public List<Finding> of(Finding.Result result) {
        return all.stream().filter(finding -> finding.result() == result).toList();
    }

    /** Those of one result for the message of a failure, a line each: the first few, shortened; the rest is in the table. */
    public List<String> inShort(Finding.Result result) {
        List<Finding> found = of(result);
        List<String> lines = new ArrayList<>();
        found.stream()
                .limit(MOST_TOLD)
                .forEach(finding -> lines.add(finding.id() + " (" + finding.where() + "): "
                        + PlainText.line(finding.evidence(), LONGEST_EVIDENCE)));
        if (found.size() > MOST_TOLD) {
            lines.add("and " + (found.size() - MOST_TOLD) + " more");
        }
        return lines;
    }

    /** Whether one of them {@link Severity#BLOCK blocks}. */
    public boolean blocked() {
        return !of(Finding.Result.BLOCK).isEmpty();
    }

    /** {@code 41 checks: 1 BLOCK, 2 WARN, 30 ok, 8 info}. */
    public String summary() {
        List<String> counts = new ArrayList<>();
        for (Finding.Result result :
                List.of(Finding.Result.BLOCK, Finding.Result.WARN, Finding.Result.OK, Finding.Result.INFO)) {
            int count = of(result).size();
            if (count > 0) {
                counts.add(count + " " + result.word());
            }
        }
        return all.size() + " checks" + (counts.isEmpty() ? "" : ": " + String.join(", ", counts));
    }

    /** The table that a person reads: a line each, below it the remedy of what does not hold, and the summary. */
    public List<String> table() {
        int ids = width("CHECK".length(), Finding::id);
        int wheres = width("WHERE".length(), Finding::where);
        String row = "%-6s %-" + ids + "s  %-" + wheres + "s  %s";
        List<String> lines = new ArrayList<>();
        lines.add(row.formatted(HEADING.strip(), "CHECK", "WHERE", "EVIDENCE"));
        for (Finding finding : all) {
            lines.add(row.formatted(finding.result().word(), finding.id(), finding.where(), finding.evidence()));
            if (finding.remedy() != null) {
                lines.add(row.formatted("", "", "", REMEDY + finding.remedy()));
            }
        }
        lines.add(summary());
        return lines;
    }

    private int width(int least, Function<Finding, String> column) {
        return all.stream().mapToInt(finding -> column.apply(finding).length()).reduce(least, Math::max);
    }

    /** As values for a pipeline: a map each, with id, where, severity, result, evidence and, if there is one, remedy. */
    public List<Map<String, Object>> values() {
        return all.stream().map(Finding::values).toList();
    }
}
