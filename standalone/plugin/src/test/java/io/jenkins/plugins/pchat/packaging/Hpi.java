package io.jenkins.plugins.pchat.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The packed plugin, taken apart: its manifest, its files, and the jars inside. */
final class Hpi {

    private static final String LIB = "WEB-INF/lib/";

    private final Attributes manifest;
    private final Set<String> files = new TreeSet<>();
    private final List<Path> jars = new ArrayList<>();
    private final Path own;

    /**
     * Opens an archive.
     *
     * @param folder where the jars inside are laid
     */
    Hpi(Path archive, Path folder) throws IOException {
        try (JarFile file = new JarFile(archive.toFile())) {
            manifest = file.getManifest().getMainAttributes();
            for (ZipEntry entry : file.stream().filter(e -> !e.isDirectory()).toList()) {
                files.add(entry.getName());
                if (entry.getName().startsWith(LIB)) {
                    Path jar = folder.resolve(entry.getName().substring(LIB.length()));
                    try (InputStream content = file.getInputStream(entry)) {
                        Files.copy(content, jar);
                    }
                    jars.add(jar);
                }
            }
        }
        String name = manifest.getValue("Short-Name");
        own = jars.stream()
                .filter(jar -> jar.getFileName().toString().startsWith(name + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no jar of " + name + " in " + files));
    }

    Attributes manifest() {
        return manifest;
    }

    /** Every file of the archive by its path; those of the jars inside aren't among them. */
    Set<String> files() {
        return files;
    }

    /** The jars inside. */
    List<Path> jars() {
        return jars;
    }

    /** The jar with the plugin's own classes and resources. */
    Path own() {
        return own;
    }

    /** A loader that sees the archive's jars, the JDK, and nothing else. */
    URLClassLoader alone() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** The files of a jar by their paths. */
    static Set<String> contents(Path jar) throws IOException {
        Set<String> names = new TreeSet<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> names.add(entry.getName()));
        }
        return names;
    }
}
