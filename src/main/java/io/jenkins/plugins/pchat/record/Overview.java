package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.Amounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The head of the page: what matters at 3 a.m. */
final class Overview {

    private Overview() {}

    static void write(View view, Markup page) {
        FailbackRecord record = view.record();
        Summary.trouble(record).ifPresent(entry -> trouble(entry, page));
        Summary.waiting(record)
                .ifPresent(question -> page.leaf(
                        "div",
                        Messages.Overview_waiting(view.times().brief(question.asked()), question.question()),
                        "class",
                        "jenkins-alert jenkins-alert-info pchat-alert"));
        declined(view, page);
        page.open("section", "class", "jenkins-section pchat-section").open("dl", "class", "pchat-facts");
        fact(page, Messages.Overview_stands(), Summary.line(record));
        record.operations().stream()
                .filter(OperationEntry::runs)
                .filter(entry -> entry.trace() != null)
                .forEach(entry ->
                        fact(page, Messages.Overview_now(), entry.trace().doing()));
        fact(page, Messages.Overview_build(), record.build() + (record.result() == null ? "" : ", " + record.result()));
        fact(page, Messages.Overview_startedBy(), record.startedBy());
        fact(page, Messages.Overview_time(), time(view));
        fact(page, Messages.Overview_users(), users(view));
        fact(page, Messages.Overview_approvedBy(), approvers(record));
        page.close().close();
    }

    /** A build that ended because somebody said no. */
    private static void declined(View view, Markup page) {
        List<Approval> all = view.record().approvals();
        Approval last = all.isEmpty() ? null : all.get(all.size() - 1);
        if (last != null && last.declined() && view.record().ended() != null) {
            page.leaf(
                    "div",
                    Messages.Overview_declined(last.question(), Questions.line(last, view)),
                    "class",
                    "jenkins-alert jenkins-alert-warning pchat-alert");
        }
    }

    private static void trouble(OperationEntry entry, Markup page) {
        page.open("div", "class", "jenkins-alert jenkins-alert-danger pchat-alert")
                .leaf("strong", Messages.Overview_trouble(entry.title(), Statuses.word(entry)))
                .leaf("pre", entry.message(), "class", "pchat-message")
                .close();
    }

    private static void fact(Markup page, String name, String value) {
        if (value != null && !value.isBlank()) {
            page.open("div").leaf("dt", name).leaf("dd", value).close();
        }
    }

    private static String time(View view) {
        FailbackRecord record = view.record();
        String from = view.times().full(record.started());
        Duration duration = Duration.between(record.started(), record.end(view.now()));
        String zone = view.times().zoneName();
        return record.ended() == null
                ? Messages.Overview_since(from, Amounts.duration(duration), zone)
                : Messages.Overview_fromTo(from, view.times().brief(record.ended()), Amounts.duration(duration), zone);
    }

    private static String users(View view) {
        Instant away = Summary.turnedAway(view.record());
        Instant back = Summary.backAgain(view.record());
        if (away == null) {
            return null;
        }
        if (back == null) {
            String since = view.times().brief(away);
            return view.record().ended() == null
                    ? Messages.Overview_awaySince(since)
                    : Messages.Overview_awayAtTheEnd(since);
        }
        return Messages.Overview_away(
                view.times().brief(away), view.times().brief(back), Amounts.duration(Duration.between(away, back)));
    }

    private static String approvers(FailbackRecord record) {
        return ApprovedBy.people(
                record.approvals().stream().filter(Approval::approved).toList());
    }
}
