package io.jenkins.plugins.pchat.packaging;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this checkout lies. */
final class Repository {

    private Repository() {}

    /** The folder of both builds' common sources, found upwards from where the test was started. */
    static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("standalone/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no standalone/pom.xml above " + start);
    }
}
