package io.jenkins.plugins.pchat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class that grows beyond what one can keep in mind has more than one idea. */
class ClassLengthTest {

    private static final int LONGEST = 200;

    @Test
    void noClassIsTooLong() throws IOException {
        Path root = rootOfTheRepository();
        List<String> tooLong;
        try (Stream<Path> files = Files.walk(root)) {
            tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !isGenerated(root.relativize(file)))
                    .filter(file -> lines(file) > LONGEST)
                    .map(file -> lines(file) + " lines: " + root.relativize(file))
                    .sorted()
                    .toList();
        }
        assertEquals(List.of(), tooLong, "a class has one idea and at most " + LONGEST + " lines");
    }

    private static boolean isGenerated(Path file) {
        for (Path part : file) {
            if (part.endsWith("target") || part.endsWith("work")) {
                return true;
            }
        }
        return false;
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both builds run this test, each from its own folder. */
    private static Path rootOfTheRepository() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("src/main/java/io/jenkins/plugins/pchat"))) {
            folder = folder.getParent();
        }
        assertTrue(folder != null, "no sources above " + Path.of("").toAbsolutePath());
        return folder;
    }
}
