package io.jenkins.plugins.pchat.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the manifest asks for exactly the Jenkins plugins whose classes are used. */
class PluginDependenciesTest {

    /** Which plugin a package comes from. */
    private static final Map<String, String> PLUGINS = Map.of(
            "com.cloudbees.plugins.credentials", "credentials",
            "org.jenkinsci.plugins.scriptsecurity", "script-security",
            "org.jenkinsci.plugins.workflow.actions", "workflow-api",
            "org.jenkinsci.plugins.workflow.cps", "workflow-cps",
            "org.jenkinsci.plugins.workflow.flow", "workflow-api",
            "org.jenkinsci.plugins.workflow.graph", "workflow-api",
            "org.jenkinsci.plugins.workflow.graphanalysis", "workflow-api",
            "org.jenkinsci.plugins.workflow.steps", "workflow-step-api",
            "org.jenkinsci.plugins.workflow.support.steps.input", "pipeline-input-step");

    /** What the core and its own libraries bring. */
    private static final List<String> CORE = List.of(
            "edu.umd.cs.findbugs.annotations",
            "hudson",
            "jakarta.servlet",
            "jenkins",
            "net.sf.json",
            "org.jenkinsci.Symbol", // of symbol-annotation, a library of the core
            "org.jenkinsci.remoting",
            "org.jvnet.localizer",
            "org.kohsuke.accmod",
            "org.kohsuke.stapler",
            "org.springframework.security.core");

    private static final List<String> OWN =
            List.of("io.jenkins.plugins.pchat", "java", "javax", "com.microsoft.sqlserver", "org.json");

    @Test
    void theManifestNamesThePluginsThatAreUsed() throws Exception {
        Pom parent = Pom.read(Repository.root().resolve("standalone/pom.xml"), null);
        Pom plugin = Pom.read(Repository.root().resolve("standalone/plugin/pom.xml"), parent);
        Set<String> named = Stream.of(
                        plugin.configuration("maven-war-plugin", "archive", "manifestEntries", "Plugin-Dependencies")
                                .split(","))
                .map(entry -> entry.split(":")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> used = usedClasses()
                .filter(name -> OWN.stream().noneMatch(prefix -> isIn(prefix, name)))
                .filter(name -> CORE.stream().noneMatch(prefix -> isIn(prefix, name)))
                .map(PluginDependenciesTest::plugin)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(used, named);
    }

    private static Stream<String> usedClasses() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.jenkins.plugins.pchat")
                        .stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(type -> !type.isPrimitive())
                        .map(JavaClass::getName)
                        .distinct();
    }

    private static String plugin(String name) {
        return PLUGINS.entrySet().stream()
                .filter(entry -> isIn(entry.getKey(), name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("a plugin that this test doesn't know, with " + name);
    }

    private static boolean isIn(String prefix, String name) {
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }
}
