package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.Amounts;
import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The record as plain text for a change ticket: columns of blanks, no tabs, nothing but what a ticket needs. A file's path is on a line of its own, for no
 * column is wide enough.
 */
final class Ticket {

    private static final int WIDEST = 48;

    private Ticket() {}

    static String text(View view) {
        FailbackRecord record = view.record();
        List<String> lines = new ArrayList<>();
        lines.add(Messages.Ticket_title(record.build()));
        lines.add(Summary.line(record) + (record.result() == null ? "" : ". " + record.result()));
        lines.add(Messages.Ticket_times(
                view.times().full(record.started()),
                record.ended() == null
                        ? Messages.Ticket_stillRunning()
                        : view.times().full(record.ended()),
                view.times().zoneName()));
        if (record.startedBy() != null) {
            lines.add(record.startedBy());
        }
        lines.add("");
        table(view, lines);
        List<LeftToDo> left = LeftToDo.of(record);
        if (!left.isEmpty()) {
            lines.add("");
            lines.add(Messages.LeftToDo_title() + ":");
            left.forEach(each -> lines.add("- " + one(each.what(), 400)));
        }
        for (WayBack way : WayBack.of(record)) {
            if (!way.servers().isEmpty()) {
                lines.add("");
                lines.add(Messages.Ticket_servers(way.pool(), String.join(", ", way.servers())));
            }
        }
        return lines.stream()
                .map(line -> PlainText.line(line).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private static void table(View view, List<String> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                Messages.Ticket_step(),
                Messages.Ticket_what(),
                Messages.Ticket_where(),
                Messages.Ticket_approved(),
                Messages.Ticket_started(),
                Messages.Ticket_duration(),
                Messages.Ticket_changed(),
                Messages.Ticket_state()));
        view.record().real().forEach(entry -> rows.add(row(view, entry)));
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        lines.add(line(rows.get(0), widths));
        for (int i = 1; i < rows.size(); i++) {
            OperationEntry entry = view.record().real().get(i - 1);
            lines.add(line(rows.get(i), widths));
            if (entry.outcome() != null && entry.outcome().path() != null) {
                lines.add(" ".repeat(widths[0] + 2) + one(StepsView.file(view.record(), entry), Integer.MAX_VALUE));
            }
            if (entry.message() != null) {
                lines.add(" ".repeat(widths[0] + 2)
                        + one(entry.message().lines().findFirst().orElse(""), 400));
            }
        }
    }

    private static List<String> row(View view, OperationEntry entry) {
        int number = Procedure.number(entry.function());
        return List.of(
                number == 0 ? "-" : String.valueOf(number),
                one(Procedure.label(entry.function()), WIDEST),
                one(where(entry), WIDEST),
                one(ApprovedBy.line(ApprovedBy.of(view.record(), entry), view.times()), WIDEST),
                view.times().brief(entry.started()),
                Amounts.duration(view.duration(entry)),
                entry.outcome() == null
                        ? "-"
                        : entry.outcome().changed() ? Messages.Ticket_yes() : Messages.Ticket_no(),
                one(
                        entry.outcome() == null
                                ? Statuses.word(entry)
                                : String.valueOf(entry.outcome().state()),
                        WIDEST));
    }

    /** Where it acted; else the server or the pool that it looked at. */
    private static String where(OperationEntry entry) {
        Trace trace = entry.trace();
        String acted = trace == null
                ? ""
                : trace.actions().stream().map(Trace.Action::where).distinct().collect(Collectors.joining(", "));
        if (!acted.isEmpty() || entry.outcome() == null) {
            return acted.isEmpty() ? "-" : acted;
        }
        Object pool = entry.outcome().details().get("pool");
        Object server = entry.outcome()
                .details()
                .getOrDefault("server", entry.outcome().details().get("primary"));
        return String.valueOf(pool != null ? pool : server != null ? server : "-");
    }

    /** On one line, without what would move the columns. */
    private static String one(String text, int most) {
        return Bounds.clip(text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip(), most);
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        return line.toString();
    }
}
