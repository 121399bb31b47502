package io.jenkins.plugins.pchat.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views of a build's record, as they are packed. */
class RecordViewsIT {

    private static final String FOLDER = "io/jenkins/plugins/pchat/audit/FailbackAction/";

    /** A text of the bundle: {@code ${%copy}}, {@code ${%unreadable(it.unreadable)}}. */
    private static final Pattern TEXT = Pattern.compile("\\$\\{%(\\w+)");

    @TempDir
    private static Path folder;

    private static Hpi hpi;

    @BeforeAll
    static void opensThePlugin() throws Exception {
        String path = Objects.requireNonNull(System.getProperty("pchat.hpi"), "the build gives the path as pchat.hpi");
        hpi = new Hpi(Path.of(path), folder);
    }

    private static String read(String name) throws Exception {
        try (JarFile jar = new JarFile(hpi.own().toFile());
                InputStream in = jar.getInputStream(jar.getJarEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Set<String> views() throws Exception {
        Set<String> views = new TreeSet<>(Hpi.contents(hpi.own()));
        views.removeIf(name -> !name.startsWith(FOLDER) || !name.endsWith(".jelly"));
        return views;
    }

    @Test
    void thereIsAPageALineForTheBuildAndTheData() throws Exception {
        assertEquals(
                Set.of(FOLDER + "index.jelly", FOLDER + "json.jelly", FOLDER + "summary.jelly"), Set.copyOf(views()));
    }

    @Test
    void aContentSecurityPolicyFindsNothingToRefuse() throws Exception {
        for (String view : views()) {
            String text = read(view);
            assertFalse(
                    Pattern.compile("<script|<style|javascript:|\\s(on\\w+|style)=")
                            .matcher(text)
                            .find(),
                    view);
        }
    }

    @Test
    void everyViewEscapesAndOnlyWhatIsEscapedAlreadyIsWrittenAsItIs() throws Exception {
        Set<String> raw = new TreeSet<>();
        for (String view : views()) {
            String text = read(view);
            assertTrue(text.startsWith("<?jelly escape-by-default='true'?>"), view);
            Matcher out = Pattern.compile("<j:out value=\"([^\"]+)\"").matcher(text);
            while (out.find()) {
                raw.add(out.group(1));
            }
        }
        assertEquals(Set.of("${it.body}", "${it.json}"), raw);
    }

    @Test
    void everyTextOfThePageIsInItsBundle() throws Exception {
        Set<String> used = new TreeSet<>();
        Matcher text = TEXT.matcher(read(FOLDER + "index.jelly"));
        while (text.find()) {
            used.add(text.group(1));
        }
        Properties bundle = new Properties();
        bundle.load(new StringReader(read(FOLDER + "index.properties")));
        assertEquals(used, bundle.stringPropertyNames());
    }

    @Test
    void theStyleSheetIsWhereThePageLooksForIt() throws Exception {
        assertTrue(read(FOLDER + "index.jelly").contains("includes=\"io.jenkins.plugins.pchat.record.page\""));
        assertFalse(read("io/jenkins/plugins/pchat/record/page.css").isBlank());
    }
}
