package io.jenkins.plugins.pchat.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each link of a page to a file or a heading of this repository leads there. */
class LinksTest {

    @Test
    void everyLinkLeadsSomewhere() throws Exception {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Markdown page : Markdown.all()) {
            for (String link : page.links()) {
                if (!link.matches("[a-z]+:.*")) {
                    links++;
                    if (!leads(page, link)) {
                        broken.add(page.file().getFileName() + ": " + link);
                    }
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(links > 0, "no links were found at all");
    }

    private static boolean leads(Markdown page, String link) throws Exception {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path file =
                path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
        if (!Files.exists(file)) {
            return false;
        }
        return hash < 0 || Markdown.read(file).anchors().contains(link.substring(hash + 1));
    }

    @Test
    void noTwoHeadingsOfAPageHaveTheSameAnchor() throws Exception {
        for (Markdown page : Markdown.all()) {
            assertEquals(
                    new TreeSet<>(page.anchors()).size(), page.anchors().size(), page.file() + " " + page.anchors());
        }
    }

    @Test
    void noLineIsTooLongToRead() throws Exception {
        List<String> tooLong = new ArrayList<>();
        for (String name : List.of("STEPS.md", "RUNBOOK.md", "SECURITY.md")) {
            List<String> lines =
                    Files.readAllLines(Markdown.root().resolve("docs").resolve(name));
            for (int i = 0; i < lines.size(); i++) {
                // a row of a table can't be broken
                if (lines.get(i).length() > 160 && !lines.get(i).startsWith("|")) {
                    tooLong.add(name + ":" + (i + 1));
                }
            }
        }
        assertEquals(List.of(), tooLong);
    }
}
