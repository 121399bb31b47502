package io.jenkins.plugins.pchat.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for secrets in files, as they are and in Base64. */
final class Secrets {

    /** Unpacked from files that were there before any secret was; hundreds of megabytes. */
    private static final Set<String> PROGRAMS = Set.of("war", "plugins");

    private final List<String> needles;

    Secrets(List<String> secrets) {
        needles = secrets.stream().flatMap(Secrets::spellings).toList();
    }

    private static Stream<String> spellings(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(secret, Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The files below a folder that hold one. */
    List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !PROGRAMS.contains(
                            folder.relativize(file).getName(0).toString()))
                    .filter(this::isIn)
                    .sorted()
                    .toList();
        }
    }

    private boolean isIn(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return needles.stream().anyMatch(text::contains);
        } catch (NoSuchFileException gone) {
            return false; // Jenkins deletes and renames meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
