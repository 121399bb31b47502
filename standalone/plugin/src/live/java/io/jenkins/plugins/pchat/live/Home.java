package io.jenkins.plugins.pchat.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The home folder of the Jenkins under test. */
final class Home {

    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /** Lays out a home with all plugins and a script that makes the accounts. */
    static Home create(Path folder, LiveSettings settings, URI url) throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        for (Path plugin : plugins(settings.plugins())) {
            Files.copy(plugin, plugins.resolve(installed(plugin)));
        }
        Files.copy(settings.hpi(), plugins.resolve(installed(settings.hpi())), StandardCopyOption.REPLACE_EXISTING);
        Path scripts = Files.createDirectories(folder.resolve("init.groovy.d"));
        try (InputStream script = Home.class.getResourceAsStream("setup.groovy")) {
            Files.copy(script, scripts.resolve("setup.groovy"));
        }
        people(folder.resolve("people.properties"), url);
        return new Home(folder);
    }

    private static List<Path> plugins(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> plugins = files.filter(file -> file.toString().matches(".*\\.[hj]pi"))
                    .sorted()
                    .toList();
            if (plugins.isEmpty()) {
                throw new IllegalArgumentException("There is no .jpi or .hpi file in " + folder + ".");
            }
            return plugins;
        }
    }

    private static String installed(Path plugin) {
        return plugin.getFileName().toString().replaceFirst("\\.hpi$", ".jpi");
    }

    private static void people(Path file, URI url) throws IOException {
        Properties people = new Properties();
        people.setProperty("url", url.toString());
        people.setProperty(
                "people", Arrays.stream(Person.values()).map(Person::id).collect(Collectors.joining(" ")));
        for (Person person : Person.values()) {
            people.setProperty(person.id() + ".password", person.password());
            people.setProperty(person.id() + ".token", person.token());
        }
        try (var out = Files.newBufferedWriter(file)) {
            people.store(out, null);
        }
    }

    /** From its next start on, Jenkins starts an agent's JVM anew when the agent has lost it, where it can. */
    void agentsRestart() throws IOException {
        Files.createFile(folder.resolve("agents-restart"));
    }

    boolean hasPlugin(String name) {
        return Files.exists(folder.resolve("plugins").resolve(name.toLowerCase(Locale.ROOT) + ".jpi"));
    }

    Path folder() {
        return folder;
    }
}
