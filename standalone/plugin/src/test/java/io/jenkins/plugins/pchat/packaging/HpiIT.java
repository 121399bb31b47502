package io.jenkins.plugins.pchat.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.Extension;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the file that is installed: a Jenkins must be able to load it, and nothing may be in it that isn't the plugin's. */
class HpiIT {

    @TempDir
    private static Path folder;

    private static Hpi hpi;

    @BeforeAll
    static void opensIt() throws Exception {
        String path = Objects.requireNonNull(System.getProperty("pchat.hpi"), "the build gives the path as pchat.hpi");
        hpi = new Hpi(Path.of(path), folder);
    }

    @Test
    void theManifestSaysWhatAJenkinsReads() {
        assertEquals("persistent-chat-failback", manifest("Short-Name"));
        assertEquals("Persistent Chat failback", manifest("Long-Name"));
        assertTrue(manifest("Plugin-Version").matches("\\d+\\.\\d+.*"), manifest("Plugin-Version"));
        assertTrue(manifest("Jenkins-Version").matches("2\\.\\d+\\.\\d"), manifest("Jenkins-Version"));
        assertEquals(manifest("Jenkins-Version"), manifest("Hudson-Version"));
        for (String dependency : manifest("Plugin-Dependencies").split(",")) {
            assertTrue(dependency.matches("[a-z-]+:\\d[\\w.]+"), dependency);
        }
    }

    /** By the manifest of the jar around it Jenkins tells a plugin's class from a stranger's, which it refuses to write to its configuration. */
    @Test
    void theJarWithThePluginsClassesIsKnownAsAPlugins() throws Exception {
        try (JarFile jar = new JarFile(hpi.own().toFile())) {
            var own = jar.getManifest().getMainAttributes();
            assertEquals(manifest("Short-Name"), own.getValue("Short-Name"));
            assertEquals(manifest("Plugin-Version"), own.getValue("Plugin-Version"));
        }
    }

    /** With {@code Plugin-Class: hudson.Plugin} a Jenkins refuses to load the plugin; without one it makes its own. */
    @Test
    void theManifestNamesNoPluginClass() {
        assertNull(manifest("Plugin-Class"));
    }

    @Test
    void bundlesTheDriverAndJsonAndNothingElse() {
        Set<String> libraries = hpi.jars().stream()
                .map(jar -> jar.getFileName().toString().replaceFirst("-\\d.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("json", "mssql-jdbc", "persistent-chat-failback"), libraries);
        assertEquals(3, hpi.jars().size(), hpi.jars().toString());
        List<String> besides = hpi.files().stream()
                .filter(name -> !name.startsWith("WEB-INF/lib/") && !name.equals("META-INF/MANIFEST.MF"))
                .toList();
        assertEquals(List.of(), besides, "everything of the plugin is in its jar");
    }

    @Test
    void theDriverAndJsonLoadFromTheArchiveAlone() throws Exception {
        try (URLClassLoader alone = hpi.alone()) {
            Object driver = alone.loadClass("com.microsoft.sqlserver.jdbc.SQLServerDriver")
                    .getConstructor()
                    .newInstance();
            assertEquals(alone, driver.getClass().getClassLoader());
            assertEquals(alone, alone.loadClass("org.json.JSONObject").getClassLoader());
        }
    }

    @Test
    void noSignatureOfJenkinsIsInside() throws Exception {
        Path signatures = Path.of(Extension.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Set<String> banned = Hpi.contents(signatures);
        assertTrue(banned.contains("hudson/Extension.class"), signatures.toString());
        for (Path jar : hpi.jars()) {
            Set<String> found = classes(jar);
            found.removeIf(
                    name -> !banned.contains(name) && !name.matches("(hudson|jenkins|org/jenkinsci|org/kohsuke)/.*"));
            assertEquals(Set.of(), found, jar.getFileName().toString());
        }
    }

    @Test
    void noClassIsThereTwice() throws Exception {
        var owners = new TreeMap<String, String>();
        var twice = new TreeSet<String>();
        for (Path jar : hpi.jars()) {
            for (String name : classes(jar)) {
                String other = owners.put(name, jar.getFileName().toString());
                if (other != null) {
                    twice.add(name + " in " + other + " and " + jar.getFileName());
                }
            }
        }
        assertEquals(Set.of(), twice);
    }

    @Test
    void noTestAndNoLabIsInside() throws Exception {
        Set<String> found = classes(hpi.own());
        assertTrue(found.contains("io/jenkins/plugins/pchat/engine/Operation.class"), found.toString());
        found.removeIf(name -> !name.matches(".*(Test|IT)\\.class") && !name.contains("/lab/"));
        assertEquals(Set.of(), found);
    }

    @Test
    void theSampleOfTheEditorIsTheShippedPipeline() throws Exception {
        String path = "io/jenkins/plugins/pchat/step/FailbackSample/failback.Jenkinsfile";
        try (JarFile jar = new JarFile(hpi.own().toFile());
                InputStream packed = jar.getInputStream(jar.getEntry(path))) {
            assertArrayEquals(
                    Files.readAllBytes(Repository.root().resolve("docs/failback.Jenkinsfile")), packed.readAllBytes());
        }
    }

    /** Where Jenkins looks up what a name in Configuration as Code means; in the root build its own indexer writes it. */
    @Test
    void theIndexOfSymbolsIsInside() throws Exception {
        assertTrue(Hpi.contents(hpi.own()).contains("META-INF/services/annotations/org.jenkinsci.Symbol"));
    }

    @Test
    void describesThePluginToThePluginManager() throws Exception {
        assertTrue(Hpi.contents(hpi.own()).contains("index.jelly"));
    }

    private static String manifest(String attribute) {
        return hpi.manifest().getValue(attribute);
    }

    /** The classes of a jar without those for one release of Java only and without module descriptors. */
    private static Set<String> classes(Path jar) throws Exception {
        Set<String> names = Hpi.contents(jar);
        names.removeIf(name ->
                !name.endsWith(".class") || name.startsWith("META-INF/versions/") || name.equals("module-info.class"));
        return names;
    }

    /** All bundles but that of the SQL errors are read as patterns of {@link MessageFormat}, in which an apostrophe stands for itself only twice. */
    @Test
    void everyTextIsShownAsItIsMeant() throws IOException {
        List<String> bundles = Hpi.contents(hpi.own()).stream()
                .filter(file -> file.startsWith("io/jenkins/") && file.endsWith(".properties"))
                .filter(file -> !file.endsWith("/SqlErrors.properties"))
                .toList();
        assertTrue(bundles.size() > 10, bundles.toString());
        for (String bundle : bundles) {
            for (String text : texts(bundle)) {
                assertEquals(text.replace("''", "'"), new MessageFormat(text).format(new Object[0]), bundle);
            }
        }
    }

    private static Collection<String> texts(String bundle) throws IOException {
        Properties properties = new Properties();
        try (JarFile jar = new JarFile(hpi.own().toFile());
                InputStream content = jar.getInputStream(jar.getEntry(bundle))) {
            properties.load(content);
        }
        return properties.stringPropertyNames().stream()
                .map(properties::getProperty)
                .toList();
    }
}
