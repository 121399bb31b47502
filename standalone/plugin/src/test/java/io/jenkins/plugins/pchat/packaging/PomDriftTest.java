package io.jenkins.plugins.pchat.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.packaging.Pom.Dependency;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two builds over one source tree: what both POMs say, they must say alike. */
class PomDriftTest {

    private static final Path ROOT = Repository.root();

    private Pom root;
    private Pom standalone;
    private Pom api;
    private Pom plugin;
    private Pom format;
    private Pom harness;

    @BeforeEach
    void readsThePoms() throws Exception {
        root = Pom.read(ROOT.resolve("pom.xml"), null);
        standalone = Pom.read(ROOT.resolve("standalone/pom.xml"), null);
        api = Pom.read(ROOT.resolve("standalone/jenkins-api/pom.xml"), standalone);
        plugin = Pom.read(ROOT.resolve("standalone/plugin/pom.xml"), standalone);
        harness = Pom.read(ROOT.resolve("standalone/harness/pom.xml"), standalone);
        format = Pom.read(ROOT.resolve("format.xml"), standalone);
    }

    @Test
    void thePluginHasOneName() {
        assertEquals(root.text("artifactId"), plugin.text("artifactId"));
        assertEquals(root.text("name"), plugin.text("name"));
        assertEquals(root.text("version"), standalone.text("version"));
        assertEquals(root.text("artifactId"), plugin.text("build", "finalName"));
        assertEquals(root.text("groupId"), manifest("Group-Id"));
        assertEquals(root.text("artifactId"), manifest("Artifact-Id"));
        assertEquals(root.text("artifactId"), manifest("Short-Name"));
        assertEquals(root.text("name"), manifest("Long-Name"));
        assertEquals(root.text("licenses", "license", "name"), manifest("Plugin-License-Name"));
        assertEquals(root.text("licenses", "license", "url"), manifest("Plugin-License-Url"));
    }

    @Test
    void everyModuleHasTheSameParent() {
        for (Pom module : List.of(api, plugin, harness, format)) {
            for (String name : List.of("groupId", "artifactId", "version")) {
                assertEquals(standalone.text(name), module.text("parent", name));
            }
        }
    }

    @Test
    void theHpiAsksForTheJenkinsOfTheRootBuild() {
        assertEquals(root.properties().get("jenkins.version"), manifest("Jenkins-Version"));
        assertEquals(root.properties().get("jenkins.version"), manifest("Hudson-Version"));
    }

    /** The parent POM of the root takes the Java release of the core: 17 for every baseline before 2.555. */
    @Test
    void bothCompileForJava17() {
        assertEquals("17", standalone.properties().get("maven.compiler.release"));
        assertNull(root.properties().get("maven.compiler.release"), "the baseline decides in the root build");
        int line = Integer.parseInt(root.properties().get("jenkins.baseline").split("\\.")[1]);
        assertTrue(line < 555, "a Jenkins 2." + line + " needs Java 21: change the standalone build as well");
        assertTrue(line >= 485, "a Jenkins 2." + line + " has no ControllerToAgentCallable");
    }

    @Test
    void whatIsBundledIsDeclared() {
        Set<String> declared =
                Set.of(root.properties().get("hpi.bundledArtifacts").split(","));
        assertEquals("true", root.properties().get("hpi.strictBundledArtifacts"));
        assertEquals(declared, artifacts(root, d -> compiled(d) && d.version() != null));
        assertEquals(declared, artifacts(plugin, PomDriftTest::compiled));
    }

    @Test
    void theHpiDependsOnThePluginsOfTheRootBuild() {
        Set<String> inManifest = Stream.of(manifest("Plugin-Dependencies").split(","))
                .map(entry -> entry.split(":")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(artifacts(root, d -> compiled(d) && d.version() == null), inManifest);
        assertFalse(manifest("Plugin-Dependencies").contains("${"), manifest("Plugin-Dependencies"));
    }

    @Test
    void librariesThatBothNameHaveOneVersion() {
        for (Pom build : List.of(plugin, harness)) {
            Map<String, String> ofRoot = versions(root);
            Map<String, String> ofBuild = versions(build);
            ofRoot.keySet().retainAll(ofBuild.keySet());
            ofBuild.keySet().retainAll(ofRoot.keySet());
            assertEquals(ofRoot, ofBuild);
            assertTrue(ofRoot.keySet().containsAll(Set.of("com.microsoft.sqlserver:mssql-jdbc", "org.json:json")));
            assertTrue(ofRoot.size() > 2, "test libraries are named by both as well: " + ofRoot);
        }
    }

    @Test
    void versionPropertiesThatBothNameAreAlike() {
        Map<String, String> ofRoot = root.properties();
        ofRoot.forEach((name, version) -> {
            if (name.endsWith(".version") && plugin.properties().containsKey(name)) {
                assertEquals(version, plugin.properties().get(name), name);
            }
        });
    }

    @Test
    void bothFormatWithTheSameFormatter() {
        String[] version = {"java", "palantirJavaFormat", "version"};
        assertEquals(
                root.configuration("spotless-maven-plugin", version),
                format.configuration("spotless-maven-plugin", version));
    }

    /** Both pack the shipped pipeline beside the class that offers it as a sample. */
    @Test
    void bothPackTheSample() {
        for (Pom pom : List.of(root, plugin)) {
            assertEquals(
                    "io/jenkins/plugins/pchat/step/FailbackSample:failback.Jenkinsfile",
                    pom.resource("targetPath") + ":" + pom.resource("includes", "include"));
            assertTrue(pom.resource("directory").matches("(.*/)?docs"), pom.resource("directory"));
        }
    }

    @Test
    void theSignaturesAreNeverPacked() {
        Dependency signatures = plugin.dependencies().stream()
                .filter(dependency -> dependency.artifactId().equals(api.text("artifactId")))
                .findFirst()
                .orElseThrow();
        assertEquals("provided", signatures.scope());
    }

    /** An old Maven would otherwise take the plugins of its own time. */
    @Test
    void everyPluginOfTheStandaloneBuildHasAVersion() {
        Map<String, String> pinned = standalone.plugins("build", "pluginManagement", "plugins");
        assertFalse(pinned.containsValue(""), pinned.toString());
        for (String name : "clean,compiler,deploy,install,jar,resources,site,surefire,war".split(",")) {
            assertTrue(pinned.containsKey("org.apache.maven.plugins:maven-" + name + "-plugin"), name);
        }
        for (Pom pom : List.of(standalone, api, plugin, harness, format)) {
            pom.plugins("build", "plugins").forEach((name, version) -> {
                assertEquals("", version, name + " takes its version from the parent");
                assertTrue(pinned.containsKey(name), name);
            });
        }
    }

    private String manifest(String attribute) {
        return plugin.configuration("maven-war-plugin", "archive", "manifestEntries", attribute);
    }

    private static boolean compiled(Dependency dependency) {
        return dependency.scope().equals("compile");
    }

    private static Set<String> artifacts(Pom pom, Predicate<Dependency> which) {
        return pom.dependencies().stream()
                .filter(which)
                .map(Dependency::artifactId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> versions(Pom pom) {
        Map<String, String> versions = new TreeMap<>();
        for (Dependency dependency : pom.dependencies()) {
            if (dependency.version() != null) {
                versions.put(dependency.key(), dependency.version());
            }
        }
        return versions;
    }
}
