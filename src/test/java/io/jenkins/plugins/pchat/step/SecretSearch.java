package io.jenkins.plugins.pchat.step;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a text in all files of a Jenkins home but those that hold secrets by design, encrypted. */
final class SecretSearch {

    private final Path home;

    SecretSearch(Path home) {
        this.home = home;
    }

    /** The files that have it, plainly or in one of the spellings in which programs write texts. */
    List<String> filesWith(String text) throws IOException {
        List<byte[]> spellings = List.of(
                text.getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_16LE),
                text.getBytes(StandardCharsets.UTF_16BE),
                Base64.getEncoder().encode(text.getBytes(StandardCharsets.UTF_8)));
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(home)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = home.relativize(file).toString().replace('\\', '/');
            if (!name.equals("credentials.xml") && !name.startsWith("secrets/") && !name.endsWith(".jar")) {
                byte[] content = read(file);
                if (spellings.stream().anyMatch(spelling -> has(content, spelling))) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    /** A running Jenkins replaces and removes files; one that is gone holds nothing. */
    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    private static boolean has(byte[] content, byte[] wanted) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}
