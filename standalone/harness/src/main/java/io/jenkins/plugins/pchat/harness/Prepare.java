package io.jenkins.plugins.pchat.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays out what the Test Harness reads: the plugins' jars for the class path, {@code test-dependencies} with the plugins
 * themselves, and {@code the.jpl}, which stands for the plugin under test.
 */
public final class Prepare {

    private final Path harness;
    private final RootPom pom;
    private final Path resources;
    private final Path target;

    private Prepare(Path harness, Path root, Path target) throws IOException {
        this.harness = harness;
        this.target = target;
        pom = new RootPom(root.resolve("pom.xml"));
        resources = root.resolve("src/main/resources");
    }

    /**
     * Prepares a test run.
     *
     * @param arguments the folder with the real Jenkins, the root of the repository, the folder to write to, and the libraries that are packed
     */
    public static void main(String[] arguments) throws IOException {
        Path harness = Path.of(arguments[0]);
        check(harness);
        Prepare prepare = new Prepare(harness, Path.of(arguments[1]), Path.of(arguments[2]));
        Map<String, PluginFile> plugins = prepare.plugins();
        prepare.write(plugins, List.of(arguments).subList(3, arguments.length));
        System.out.println("Jenkins " + prepare.coreVersion() + " with "
                + plugins.values().stream()
                        .map(plugin -> plugin.name() + " " + plugin.version())
                        .collect(Collectors.joining(", ")));
    }

    private static void check(Path harness) throws IOException {
        for (String folder : List.of("core", "lib", "plugins")) {
            if (!Files.isDirectory(harness.resolve(folder))) {
                throw new IllegalArgumentException("-Djenkins.harness: there is no folder " + harness.resolve(folder)
                        + "; docs/DEVELOPING.md says what it must hold.");
            }
        }
    }

    private Map<String, PluginFile> plugins() throws IOException {
        Map<String, PluginFile> plugins = new TreeMap<>();
        for (String name : pom.all()) {
            PluginFile.collect(harness.resolve("plugins"), name, plugins);
        }
        return plugins;
    }

    private void write(Map<String, PluginFile> plugins, List<String> libraries) throws IOException {
        Path tests = target.resolve("test-classes");
        Path dependencies = Files.createDirectories(tests.resolve("test-dependencies"));
        for (PluginFile plugin : plugins.values()) {
            plugin.link(dependencies);
            plugin.unpack(target.resolve("plugins").resolve(plugin.name()));
        }
        Files.write(dependencies.resolve("index"), plugins.keySet());
        String required = pom.required().stream()
                .map(name -> name + ":" + plugins.get(name).version())
                .collect(Collectors.joining(","));
        String packed = Stream.concat(
                        Stream.of(target.resolve("classes").toString(), resources.toString()), libraries.stream())
                .collect(Collectors.joining(","));
        Files.write(
                tests.resolve("the.jpl"),
                List.of(
                        "Manifest-Version: 1.0",
                        entry("Short-Name", pom.text("/project/artifactId")),
                        entry("Long-Name", pom.text("/project/name")),
                        entry("Group-Id", pom.text("/project/groupId")),
                        entry("Plugin-Version", pom.text("/project/properties/revision") + "-SNAPSHOT"),
                        entry("Jenkins-Version", coreVersion()),
                        entry("Hudson-Version", coreVersion()),
                        entry("Plugin-Dependencies", required),
                        entry(
                                "Resource-Path",
                                resources.resolveSibling("webapp").toString()),
                        entry("Libraries", packed)));
    }

    /** A line of a manifest holds 72 bytes; what is longer goes on after a blank. */
    private static String entry(String name, String value) {
        return (name + ": " + value).replaceAll("(?<=\\G.{70})(?=.)", "\n ");
    }

    private String coreVersion() throws IOException {
        try (Stream<Path> jars = Files.list(harness.resolve("core"))) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.matches("jenkins-core-.*\\.jar"))
                    .map(name -> name.substring("jenkins-core-".length(), name.length() - ".jar".length()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("core/jenkins-core-VERSION.jar is missing."));
        }
    }
}
