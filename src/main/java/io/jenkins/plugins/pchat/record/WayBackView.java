package io.jenkins.plugins.pchat.record;

import java.util.Locale;

/** The old list of active servers and what it is good for: high on the page while somebody may need it, low when nobody does. */
final class WayBackView {

    private WayBackView() {}

    /** @param urgent whether to write those of pools that are out of service now, or the others */
    static void write(View view, Markup page, boolean urgent) {
        for (WayBack way : WayBack.of(view.record())) {
            boolean out = way.state() == WayBack.State.OPEN || way.state() == WayBack.State.CLOSED;
            if (out == urgent) {
                way(way, page);
            }
        }
    }

    private static void way(WayBack way, Markup page) {
        boolean open = way.state() == WayBack.State.OPEN;
        boolean empty = way.servers().isEmpty();
        page.open("section", "class", "jenkins-section pchat-section pchat-way-back")
                .leaf(
                        "h2",
                        open ? Messages.WayBack_title(way.pool()) : Messages.WayBack_listTitle(way.pool()),
                        "class",
                        "jenkins-section__title");
        if (empty) {
            page.leaf("p", Messages.WayBack_empty());
        } else {
            page.open("ul", "class", "pchat-servers");
            way.servers().forEach(server -> page.leaf("li", server));
            page.close();
        }
        page.leaf(
                "p",
                sentence(way),
                "class",
                "pchat-way-back--" + way.state().name().toLowerCase(Locale.ROOT));
        if (open && !empty) {
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
