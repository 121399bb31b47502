package io.jenkins.plugins.pchat.live;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * What the live test was given.
 *
 * @param war the Jenkins to start
 * @param plugins a folder of {@code .jpi} and {@code .hpi} files, all of which are installed
 * @param hpi the plugin under test
 * @param folder where everything that the test makes is left
 * @param chromium the browser's program
 * @param chromedriver the program that drives it
 */
record LiveSettings(Path war, Path plugins, Path hpi, Path folder, Path chromium, Path chromedriver) {

    private static final String WAR = "jenkins.war";
    private static final String PLUGINS = "jenkins.plugins";

    /** Why there is nothing to do; null when there is. */
    static String reasonToSkip(Function<String, String> property) {
        return given(property, WAR) || given(property, PLUGINS)
                ? null
                : "skipped: no Jenkins was named; add -D" + WAR + "=FILE -D" + PLUGINS + "=DIR";
    }

    /** Reads the properties; what is missing or isn't there is an error that says so. */
    static LiveSettings read(Function<String, String> property) {
        Path war = existing(property, WAR, "the file of a Jenkins, jenkins.war");
        Path plugins = existing(property, PLUGINS, "a folder with the Pipeline and Credentials plugins");
        if (!Files.isDirectory(plugins)) {
            throw new IllegalArgumentException("-D" + PLUGINS + " is " + plugins + ", which is no folder.");
        }
        return new LiveSettings(
                war,
                plugins,
                existing(property, "pchat.hpi", "the packed plugin; the build gives it"),
                Path.of(property.apply("live.folder")).toAbsolutePath(),
                program(property, "jenkins.chromium", "/usr/bin/chromium"),
                program(property, "jenkins.chromedriver", "/usr/bin/chromedriver"));
    }

    private static boolean given(Function<String, String> property, String name) {
        String value = property.apply(name);
        return value != null && !value.isBlank();
    }

    private static Path existing(Function<String, String> property, String name, String meaning) {
        if (!given(property, name)) {
            throw new IllegalArgumentException("-D" + name + " is missing: " + meaning + ".");
        }
        Path path = resolve(property, property.apply(name));
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("-D" + name + " is " + path + ", which does not exist.");
        }
        return path;
    }

    /** One that was named must be there; the usual one may be missing. */
    private static Path program(Function<String, String> property, String name, String usual) {
        return given(property, name) ? existing(property, name, "a program") : Path.of(usual);
    }

    /** Maven runs tests in the folder of their module, which is not where it was called. */
    private static Path resolve(Function<String, String> property, String path) {
        String from = property.apply("live.called.from");
        return Path.of(from == null ? "" : from)
                .resolve(path.trim())
                .toAbsolutePath()
                .normalize();
    }
}
