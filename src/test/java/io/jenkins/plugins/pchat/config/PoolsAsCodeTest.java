package io.jenkins.plugins.pchat.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The pools as code, read and written by the Configuration as Code plugin, and in the form of Manage Jenkins. */
@WithJenkins
class PoolsAsCodeTest {

    @TempDir
    private Path folder;

    @Test
    void theDocumentedCodeIsUnderstood(JenkinsRule jenkins) throws Exception {
        configure(documented());
        PchatPool pool = PchatPools.get().named("dci").orElseThrow();
        assertEquals("sqlb.dcb.discovery.com\\RTC", pool.getBackup());
        assertEquals("\\\\nas\\pchat", pool.getShare());
        assertEquals(List.of("chata1.dci.discovery.com", "chata2.dci.discovery.com"), pool.getActiveServers());
        assertEquals("alice,chat-admins", pool.getApprovers());
        assertEquals("sql-dr", pool.getSqlCredentialsId());
    }

    @Test
    void whatIsExportedCanBeReadAgain(JenkinsRule jenkins) throws Exception {
        configure(documented());
        List<Map<String, ?>> before = values();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(out);
        String exported = out.toString(StandardCharsets.UTF_8);
        assertTrue(exported.contains("pchatPools:"), exported);
        PchatPools.get().setPools(List.of());
        String section = exported.substring(exported.indexOf("  pchatPools:"));
        configure("unclassified:\n  pchatPools:\n"
                + section.lines()
                        .skip(1)
                        .takeWhile(line -> line.startsWith("    "))
                        .collect(Collectors.joining("\n")));
        assertEquals(before, values());
    }

    @Test
    void theFormKeepsThePools(JenkinsRule jenkins) throws Exception {
        configure(documented());
        List<Map<String, ?>> before = values();
        jenkins.configRoundtrip();
        assertEquals(before, values());
    }

    /** Everything that isn't a default, pool by pool. */
    private static List<Map<String, ?>> values() {
        List<Map<String, ?>> values = new ArrayList<>();
        for (PchatPool pool : PchatPools.get().getPools()) {
            values.add(new TreeMap<>(DescribableModel.uninstantiate2_(pool).getArguments()));
        }
        return values;
    }

    private void configure(String yaml) throws Exception {
        Path file = Files.writeString(folder.resolve("pools.yaml"), yaml);
        ConfigurationAsCode.get().configure(file.toString());
    }

    /** The sample in docs/STEPS.md. */
    private static String documented() throws Exception {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/STEPS.md"))) {
            root = root.getParent();
        }
        String steps = Files.readString(root.resolve("docs/STEPS.md"));
        String begin = "```yaml\n";
        int start = steps.indexOf(begin) + begin.length();
        return steps.substring(start, steps.indexOf("```", start));
    }
}
