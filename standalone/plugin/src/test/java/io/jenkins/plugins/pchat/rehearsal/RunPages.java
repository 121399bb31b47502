package io.jenkins.plugins.pchat.rehearsal;

import io.jenkins.plugins.pchat.record.Page;
import io.jenkins.plugins.pchat.record.RecordJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The record of each build as a page that a browser opens: the one that a Jenkins shows.
 *
 * @param page where that of the first build goes; null for nowhere
 */
record RunPages(Path page) {

    /** Where the builds have their folders; null if nobody wants to see them. */
    Path builds() {
        return page == null ? null : page.toAbsolutePath().resolveSibling("builds");
    }

    /** Writes the pages of as many builds; one in which no step began has none. */
    void write(int count, PrintStream out) {
        for (int number = 1; page != null && number <= count; number++) {
            Path record = builds().resolve(number + "/pchat-failback.json");
            try {
                if (Files.exists(record)) {
                    Path file = Files.writeString(file(number), text(record));
                    out.println("The record of the run, as Jenkins shows it: " + file);
                }
            } catch (IOException e) {
                out.println("The record of the run could not be written: " + e);
            }
        }
    }

    private static String text(Path record) throws IOException {
        return new Page(RecordJson.read(Files.readString(record)), ZoneId.systemDefault(), Instant.now()).document();
    }

    private Path file(int number) {
        String name = page.getFileName().toString();
        int dot = name.contains(".") ? name.lastIndexOf('.') : name.length();
        String numbered = number == 1 ? name : name.substring(0, dot) + "-" + number + name.substring(dot);
        return page.toAbsolutePath().resolveSibling(numbered);
    }
}
