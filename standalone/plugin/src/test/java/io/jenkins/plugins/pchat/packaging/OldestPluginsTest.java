package io.jenkins.plugins.pchat.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The oldest Jenkins plugins that the manifest admits: what the root build compiles against must be the same or newer. */
class OldestPluginsTest {

    /** The BOM of the root build, and the versions that it gives. It is not on Maven Central, so they are noted here. */
    private static final String BOM = "6210.v69ea_fd8a_f010";

    private static final Map<String, String> OF_THE_BOM = Map.of(
            "credentials", "1487.va_d001ede2c31",
            "pipeline-input-step", "540.v14b_100d754dd",
            "script-security", "1399.ve6a_66547f6e1",
            "workflow-api", "1384.vdc05a_48f535f",
            "workflow-cps", "4263.vd2edf31c1db_0",
            "workflow-step-api", "710.v3e456cc85233");

    @Test
    void theVersionsNotedHereAreOfTheBomThatTheRootBuildTakes() throws Exception {
        Pom root = Pom.read(Repository.root().resolve("pom.xml"), null);
        assertEquals(
                BOM,
                root.text("dependencyManagement", "dependencies", "dependency", "version"),
                "another BOM: note its versions in this test");
    }

    @Test
    void theManifestAsksForNothingNewer() throws Exception {
        Map<String, String> oldest = new TreeMap<>();
        for (String entry : manifest().split(",")) {
            oldest.put(entry.split(":")[0], entry.split(":")[1]);
        }
        assertEquals(OF_THE_BOM.keySet(), oldest.keySet());
        oldest.forEach((plugin, version) -> assertTrue(
                number(version) <= number(OF_THE_BOM.get(plugin)),
                plugin + " " + version + " is newer than " + OF_THE_BOM.get(plugin) + " of the BOM"));
    }

    private static String manifest() throws Exception {
        Pom parent = Pom.read(Repository.root().resolve("standalone/pom.xml"), null);
        Pom plugin = Pom.read(Repository.root().resolve("standalone/plugin/pom.xml"), parent);
        return plugin.configuration("maven-war-plugin", "archive", "manifestEntries", "Plugin-Dependencies");
    }

    /** Such a version is a count of commits and the last one's hash; the count alone has an order. */
    private static int number(String version) {
        return Integer.parseInt(version.split("\\.")[0]);
    }
}
