package io.jenkins.plugins.pchat.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page in Markdown, as far as the tests read it: headings, tables and links outside of code blocks.
 *
 * @param file the page
 * @param lines its lines, those of code blocks emptied
 */
record Markdown(Path file, List<String> lines) {

    private static final Pattern HEADING = Pattern.compile("(#{1,6}) (.+)");
    private static final Pattern LINK =
            Pattern.compile("\\[[^\\]]*\\]\\((?<target>[^)\\s]+)\\)|\\b(?:src|srcset)=\"(?<picture>[^\"]+)\"");

    /** The folder of both builds' common sources, found upwards from where the test was started. */
    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("standalone/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no standalone/pom.xml above this folder");
    }

    static Markdown read(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean code = false;
        for (String line : Files.readAllLines(file)) {
            boolean fence = line.strip().startsWith("```");
            lines.add(code || fence ? "" : line);
            code ^= fence;
        }
        return new Markdown(file, lines);
    }

    /** The pages that users and developers read. */
    static List<Markdown> all() throws IOException {
        List<Markdown> pages = new ArrayList<>();
        for (Path folder : List.of(root(), root().resolve("docs"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                    pages.add(read(file));
                }
            }
        }
        return pages;
    }

    String text() {
        return String.join("\n", lines);
    }

    /** The headings without their hashes. */
    List<String> headings() {
        return lines.stream()
                .map(HEADING::matcher)
                .filter(m -> m.matches())
                .map(m -> m.group(2))
                .toList();
    }

    /** What a link to a heading ends with, as GitHub makes it: lower case, no punctuation, dashes for blanks. */
    List<String> anchors() {
        return headings().stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{Alnum} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** The targets of its links, and its pictures. */
    List<String> links() {
        List<String> targets = new ArrayList<>();
        Matcher link = LINK.matcher(text().replaceAll("`[^`\n]*`", ""));
        while (link.find()) {
            targets.add(link.group("target") != null ? link.group("target") : link.group("picture"));
        }
        return targets;
    }

    /** The part below a heading, down to the next one of its rank or above. */
    Markdown section(String heading) {
        List<String> part = new ArrayList<>();
        int rank = 0;
        for (String line : lines) {
            var matcher = HEADING.matcher(line);
            if (matcher.matches()) {
                int found = matcher.group(1).length();
                if (rank > 0 && found <= rank) {
                    break;
                }
                if (rank == 0 && matcher.group(2).equals(heading)) {
                    rank = found;
                    continue;
                }
            }
            if (rank > 0) {
                part.add(line);
            }
        }
        if (rank == 0) {
            throw new AssertionError(file.getFileName() + " has no heading '" + heading + "'");
        }
        return new Markdown(file, part);
    }

    /** The rows of its tables by their first cell, without the backticks around it; the other cells as they are. */
    Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean title = i + 1 < lines.size() && lines.get(i + 1).startsWith("| ---");
            String line = lines.get(i);
            if (!line.startsWith("|") || line.startsWith("| ---") || title) {
                continue;
            }
            List<String> cells = Stream.of(
                            line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                    .map(String::strip)
                    .toList();
            if (rows.put(cells.get(0).replace("`", ""), cells.subList(1, cells.size())) != null) {
                throw new AssertionError(file.getFileName() + " has two rows of " + cells.get(0));
            }
        }
        return rows;
    }
}
