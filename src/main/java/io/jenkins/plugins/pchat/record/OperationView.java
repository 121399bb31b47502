package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.Amounts;
import io.jenkins.plugins.pchat.engine.Trace;
import io.jenkins.plugins.pchat.engine.check.Findings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that is known of the operations, each in a fold that opens without a script. */
final class OperationView {

    /** The table of checks is what the operation read last, and what is left to do has a section of its own. */
    private static final Set<String> TOLD_ELSEWHERE = Set.of("checks", LeftToDo.DETAIL);

    private OperationView() {}

    static void write(View view, Markup page) {
        section(view, page, Messages.Operation_title(), view.record().real());
        section(view, page, Messages.Operation_dryRuns(), view.record().dryRuns());
    }

    /** The place of an operation on the page. */
    static String anchor(OperationEntry entry) {
        return "pchat-" + entry.id().replaceAll("[^A-Za-z0-9_-]", "-");
    }

    private static void section(View view, Markup page, String title, List<OperationEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        page.open("section", "class", "jenkins-section pchat-section")
                .leaf("h2", title, "class", "jenkins-section__title");
        entries.forEach(entry -> operation(view, entry, page));
        page.close();
    }

    private static void operation(View view, OperationEntry entry, Markup page) {
        boolean trouble = entry.message() != null || entry.runs();
        page.open("details", "class", "pchat-operation", "id", anchor(entry), "open", trouble ? "open" : null)
                .open("summary");
        Statuses.mark(entry, page);
        page.leaf("span", entry.title(), "class", "pchat-operation__title")
                .leaf("span", Amounts.duration(view.duration(entry)), "class", "pchat-operation__took")
                .close();
        page.leaf("p", origin(view, entry), "class", "pchat-note");
        if (entry.message() != null) {
            page.leaf("pre", entry.message(), "class", "pchat-message");
        }
        int number = 0;
        for (Attempt attempt : entry.attempts()) {
            if (entry.attempts().size() > 1) {
                page.leaf(
                        "h4",
                        Messages.Operation_attempt(
                                ++number, entry.attempts().size(), view.times().brief(attempt.begun())));
            }
            attempt(view, attempt, page);
        }
        if (entry.outcome() != null) {
            outcome(view, entry, page);
        }
        page.close();
    }

    private static String origin(View view, OperationEntry entry) {
        String times = view.times().full(entry.started())
                + (entry.ended() == null ? "" : " - " + view.times().brief(entry.ended()));
        return Messages.Operation_origin(entry.function(), entry.agent(), times, entry.id());
    }

    private static void attempt(View view, Attempt attempt, Markup page) {
        Trace trace = attempt.trace();
        lines(page, Messages.Operation_before(), trace.before());
        if (!trace.actions().isEmpty()) {
            page.leaf("h4", Messages.Operation_plan()).open("ol", "class", "pchat-actions");
            trace.actions().forEach(action -> action(view, attempt, action, page));
            page.close();
        }
        lines(page, Messages.Operation_after(), trace.after());
    }

    private static void action(View view, Attempt attempt, Trace.Action action, Markup page) {
        page.open("li", "class", action.failed() ? "pchat-action pchat-action--failed" : "pchat-action")
                .leaf("span", action.where() + ": " + action.text());
        if (action.destructive()) {
            page.text(" ")
                    .leaf("span", Messages.Operation_destructive(), "class", "pchat-mark pchat-mark--destructive");
        }
        page.leaf("div", times(view, attempt, action), "class", "pchat-note");
        if (!action.statement().isEmpty()) {
            page.open("details")
                    .leaf("summary", Messages.Operation_statement())
                    .leaf("pre", action.statement(), "class", "pchat-statement")
                    .close();
        }
        page.close();
    }

    private static String times(View view, Attempt attempt, Trace.Action action) {
        String note = action.note() == null ? "" : ". " + action.note().strip();
        if (action.begun() == null) {
            return (attempt.trace().dryRun() ? Messages.Operation_planned() : Messages.Operation_notBegun()) + note;
        }
        String begun = view.times().brief(attempt.at(action.begun()));
        if (action.ended() == null) {
            return Messages.Operation_noEnd(begun) + note;
        }
        String took = Amounts.duration(Duration.ofMillis(action.ended() - action.begun()));
        return (action.failed() ? Messages.Operation_actionFailed(begun, took) : Messages.Operation_took(begun, took))
                + note;
    }

    private static void outcome(View view, OperationEntry entry, Markup page) {
        page.leaf("h4", Messages.Operation_outcome()).open("dl", "class", "pchat-facts");
        fact(page, "changed", String.valueOf(entry.outcome().changed()));
        fact(page, "state", String.valueOf(entry.outcome().state()));
        if (entry.outcome().path() != null) {
            fact(page, "path", entry.outcome().path());
        }
        Volume.of(view.record(), entry).ifPresent(volume -> fact(page, Messages.Operation_volume(), volume.line()));
        new TreeMap<>(entry.outcome().details()).forEach((name, value) -> {
            if (!TOLD_ELSEWHERE.contains(name)) {
                fact(page, name, plain(value));
            }
        });
        page.close();
    }

    private static void fact(Markup page, String name, String value) {
        page.open("div").leaf("dt", name).leaf("dd", value).close();
    }

    /** A map inside of another is moved to the right. */
    private static String plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new TreeMap<>(map)
                    .entrySet().stream()
                            .map(each -> each.getKey() + ": " + inside(each.getValue()))
                            .collect(Collectors.joining("\n"));
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? "-"
                    : list.stream().map(OperationView::plain).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }

    private static String inside(Object value) {
        return value instanceof Map ? "\n" + plain(value).indent(2).stripTrailing() : plain(value);
    }

    private static void lines(Markup page, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            // The columns of a table must stay below each other: it scrolls instead of being broken into lines.
            boolean table = lines.get(0).startsWith(Findings.HEADING);
            page.leaf("h4", title)
                    .leaf(
                            "pre",
                            String.join("\n", lines),
                            "class",
                            table ? "pchat-state pchat-checks" : "pchat-state",
                            "tabindex",
                            table ? "0" : null);
        }
    }
}
