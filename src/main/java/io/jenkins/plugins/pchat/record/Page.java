package io.jenkins.plugins.pchat.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;

/** The page of a record: the same in a Jenkins and as a file of its own. */
public final class Page {

    private final View view;

    /**
     * A page.
     *
     * @param zone the reader's time zone
     * @param now the end of everything that has none yet
     */
    public Page(FailbackRecord record, ZoneId zone, Instant now) {
        view = View.of(record, zone, now);
    }

    /** Where the build stands, in one line of text. */
    public String summary() {
        return Summary.line(view.record());
    }

    /** What is between the heading and the ticket, as a piece of HTML in which everything is escaped. */
    public String body() {
        Markup page = new Markup();
        page.open("div", "class", "pchat-record");
        write(page);
        return page.close().done();
    }

    private void write(Markup page) {
        Overview.write(view, page);
        WayBackView.write(view, page, true);
        TimelineView.write(view, page);
        StepsView.write(view, page);
        LeftToDo.write(view, page);
        Questions.write(view, page);
        WayBackView.write(view, page, false);
        OperationView.write(view, page);
    }

    /** The record as plain text for a change ticket. */
    public String ticket() {
        return Ticket.text(view);
    }

    /** The page as a file that needs nothing else. */
    public String document() {
        Markup page = new Markup();
        page.open("html", "lang", "en")
                .open("head")
                .open("meta", "charset", "utf-8")
                .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .leaf("title", Messages.Page_title(view.record().build()))
                .leaf("style", css())
                .close()
                .open("body", "class", "pchat-document")
                .open("main", "class", "pchat-record")
                .leaf("h1", Messages.Page_title(view.record().build()));
        write(page);
        page.open("section", "class", "jenkins-section pchat-section")
                .leaf("h2", Messages.Page_ticket(), "class", "jenkins-section__title")
                .leaf("pre", ticket(), "class", "pchat-ticket")
                .close();
        return "<!DOCTYPE html>\n" + page.close().close().close().done() + "\n";
    }

    /** It holds no character that HTML and XML would read differently: no ampersand, no angle bracket. */
    private static String css() {
        try (InputStream css = Page.class.getResourceAsStream("page.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
