package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.Amounts;
import java.util.ArrayList;
import java.util.List;

/** The table of the steps that were to change something, one row each. */
final class StepsView {

    /** The rest stands at the top of the page and at the operation. */
    private static final int LONGEST_MESSAGE = 120;

    private StepsView() {}

    static void write(View view, Markup page) {
        List<OperationEntry> real = view.record().real();
        if (real.isEmpty()) {
            return;
        }
        page.open("section", "class", "jenkins-section pchat-section")
                .leaf("h2", Messages.Steps_title(), "class", "jenkins-section__title");
        Table table = new Table(
                page,
                Messages.Steps_step(),
                Messages.Steps_status(),
                Messages.Steps_approved(),
                Messages.Steps_started(),
                Messages.Steps_took(),
                Messages.Steps_result());
        real.forEach(entry -> row(view, entry, table, page));
        table.end();
        page.close();
    }

    private static void row(View view, OperationEntry entry, Table table, Markup page) {
        int number = Procedure.number(entry.function());
        table.row().open();
        page.leaf("a", (number == 0 ? "" : number + " ") + entry.title(), "href", "#" + OperationView.anchor(entry));
        table.close().open();
        Statuses.mark(entry, page);
        table.close()
                .cell(ApprovedBy.line(ApprovedBy.of(view.record(), entry), view.times()))
                .cell(view.times().brief(entry.started()))
                .cell(Amounts.duration(view.duration(entry)))
                .cell(result(view.record(), entry))
                .endRow();
    }

    /** The state, the file, how much and how fast. */
    static String result(FailbackRecord record, OperationEntry entry) {
        List<String> parts = new ArrayList<>();
        if (entry.outcome() != null) {
            parts.add(String.valueOf(entry.outcome().state()));
            if (entry.outcome().path() != null) {
                parts.add(file(record, entry));
            }
        }
        if (entry.attempts().size() > 1) {
            parts.add(Messages.Steps_attempts(entry.attempts().size()));
        }
        if (entry.message() != null) {
            parts.add(Bounds.clip(entry.message().lines().findFirst().orElse(""), LONGEST_MESSAGE));
        }
        return parts.isEmpty() ? "-" : String.join(", ", parts);
    }

    /** The backup file, its size, and how fast it was written or read. */
    static String file(FailbackRecord record, OperationEntry entry) {
        String path = entry.outcome().path();
        return Volume.of(record, entry)
                .map(volume -> path + ", " + volume.line())
                .orElse(path);
    }
}
