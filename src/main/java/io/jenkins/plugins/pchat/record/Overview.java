package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.Amounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

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
        WayBack.of(record).forEach(way -> wayBack(way, page));
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
        return back == null
                ? Messages.Overview_awaySince(view.times().brief(away))
                : Messages.Overview_away(
                        view.times().brief(away),
                        view.times().brief(back),
                        Amounts.duration(Duration.between(away, back)));
    }

    private static String approvers(FailbackRecord record) {
        return ApprovedBy.people(
                record.approvals().stream().filter(Approval::approved).toList());
    }

    private static void wayBack(WayBack way, Markup page) {
        boolean open = way.state() == WayBack.State.OPEN && !way.servers().isEmpty();
        page.open("section", "class", "jenkins-section pchat-section pchat-way-back")
                .leaf("h2", Messages.WayBack_title(way.pool()), "class", "jenkins-section__title");
        if (way.servers().isEmpty()) {
            page.leaf("p", Messages.WayBack_empty());
        } else {
            page.leaf("p", Messages.WayBack_list()).open("ul", "class", "pchat-servers");
            way.servers().forEach(server -> page.leaf("li", server));
            page.close();
        }
        page.leaf(
                "p",
                sentence(way),
                "class",
                "pchat-way-back--" + way.state().name().toLowerCase(Locale.ROOT));
        if (open) {
            page.leaf("pre", way.cmdlet(), "class", "pchat-statement");
        }
        page.close();
    }

    private static String sentence(WayBack way) {
        return switch (way.state()) {
            case UNTOUCHED -> Messages.WayBack_untouched();
            case OPEN -> way.servers().isEmpty() ? Messages.WayBack_nothingToPutBack() : Messages.WayBack_open();
            case CLOSED -> Messages.WayBack_closed();
            case COMPLETE -> Messages.WayBack_complete();
        };
    }
}
