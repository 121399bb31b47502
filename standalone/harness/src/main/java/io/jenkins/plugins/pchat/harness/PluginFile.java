package io.jenkins.plugins.pchat.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A plugin of Jenkins as a file.
 *
 * @param name its short name, which is the file's name too
 * @param required the short names of the plugins that it can't be loaded without
 */
record PluginFile(Path file, String name, String version, List<String> required) {

    private static final String ENDING = ".jpi";

    PluginFile {
        required = List.copyOf(required);
    }

    static PluginFile read(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ENDING);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + " is missing.");
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            List<String> required = new ArrayList<>();
            String all = manifest.getValue("Plugin-Dependencies");
            for (String dependency : all == null ? new String[0] : all.split(",")) {
                if (!dependency.contains("resolution:=optional")) {
                    required.add(dependency.split(":")[0]);
                }
            }
            return new PluginFile(file, name, manifest.getValue("Plugin-Version"), required);
        }
    }

    /** Adds the plugin and all that it requires, however far away. */
    static void collect(Path folder, String name, Map<String, PluginFile> found) throws IOException {
        if (found.containsKey(name)) {
            return;
        }
        PluginFile plugin = read(folder, name);
        found.put(name, plugin);
        for (String required : plugin.required()) {
            collect(folder, required, found);
        }
    }

    /** Copies the plugin's jars into a folder. Some keep a part of them under {@code optional-lib}. */
    Set<Path> unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        Set<Path> jars = new TreeSet<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                String path = entry.getName();
                if (path.matches("WEB-INF/(optional-)?lib/[^/]+\\.jar")) {
                    Path copy = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
                    try (InputStream content = jar.getInputStream(entry)) {
                        Files.copy(content, copy);
                    }
                    jars.add(copy);
                }
            }
        }
        return jars;
    }

    /** Puts the plugin, or a link to it, into a folder. */
    void link(Path folder) throws IOException {
        Path link = folder.resolve(name + ENDING);
        try {
            Files.createSymbolicLink(link, file.toAbsolutePath());
        } catch (UnsupportedOperationException | IOException e) { // Windows lets only some accounts make links
            Files.copy(file, link);
        }
    }
}
