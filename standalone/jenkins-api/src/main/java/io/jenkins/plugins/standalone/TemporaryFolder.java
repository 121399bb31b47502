package io.jenkins.plugins.standalone;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that are gone when the JVM ends. */
public final class TemporaryFolder {

    private TemporaryFolder() {}

    public static File create() {
        try {
            Path folder = Files.createTempDirectory("pchat-build");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder.toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            // a file that stays in the system's own folder for them hurts nobody
        }
    }
}
