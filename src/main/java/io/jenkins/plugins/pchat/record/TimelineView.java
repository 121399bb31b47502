package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.Amounts;
import java.util.Locale;

/** Draws the timeline: in each row a label, its bars, and how long it took. The bars are SVG, so that nothing needs a style of its own. */
final class TimelineView {

    private TimelineView() {}

    static void write(View view, Markup page) {
        Timeline timeline = Timeline.of(view);
        if (timeline.rows().isEmpty()) {
            return;
        }
        page.open("section", "class", "jenkins-section pchat-section")
                .leaf("h2", Messages.Timeline_title(), "class", "jenkins-section__title")
                .open("div", "class", "pchat-timeline");
        timeline.rows().forEach(row -> row(view, row, page));
        page.open("div", "class", "pchat-row pchat-axis")
                .leaf("span", "", "class", "pchat-row__label")
                .open("span", "class", "pchat-row__ends")
                .leaf("span", view.times().brief(timeline.from()))
                .leaf("span", view.times().brief(timeline.to()))
                .close()
                .leaf("span", "", "class", "pchat-row__took")
                .close();
        page.close();
        if (!timeline.cuts().isEmpty()) {
            page.leaf("p", cuts(view, timeline), "class", "pchat-note");
        }
        page.close();
    }

    private static void row(View view, Timeline.Row row, Markup page) {
        OperationEntry entry = row.operation();
        int number = entry == null ? 0 : Procedure.number(entry.function());
        page.open("div", "class", "pchat-row")
                .leaf("span", (number == 0 ? "" : number + " ") + row.label(), "class", "pchat-row__label")
                .open("svg", "class", "pchat-row__bars", "width", "100%", "height", "22", "aria-hidden", "true");
        row.bars().forEach(bar -> bar(bar, page));
        page.close()
                .leaf(
                        "span",
                        entry == null ? "" : Amounts.duration(view.duration(entry)) + ", " + Statuses.word(entry),
                        "class",
                        "pchat-row__took")
                .close();
    }

    /** The tip is a title, which a rectangle can only have as its content. */
    private static void bar(Timeline.Bar bar, Markup page) {
        boolean answer = bar.kind() == Timeline.Kind.YES || bar.kind() == Timeline.Kind.NO;
        page.open("g", "class", "pchat-bar pchat-bar--" + bar.kind().name().toLowerCase(Locale.ROOT))
                .leaf("title", bar.tip());
        if (answer) {
            page.open("circle", "cx", percent(bar.from()), "cy", "11", "r", "5").close();
        } else {
            String height = bar.kind() == Timeline.Kind.WAIT || bar.kind() == Timeline.Kind.WHOLE ? "8" : "14";
            page.open(
                    "rect",
                    "x",
                    percent(bar.from()),
                    "y",
                    height.equals("8") ? "7" : "4",
                    "width",
                    percent(bar.to() - bar.from()),
                    "height",
                    height,
                    "rx",
                    "2");
        }
        page.close();
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    private static String cuts(View view, Timeline timeline) {
        StringBuilder text = new StringBuilder(Messages.Timeline_cut());
        timeline.cuts().forEach(cut -> text.append(' ')
                .append(Messages.Timeline_cutSpan(
                        view.times().brief(cut.from()), view.times().brief(cut.to()), Amounts.duration(cut.length()))));
        return text.toString();
    }
}
