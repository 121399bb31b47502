package io.jenkins.plugins.pchat.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/STEPS.md says of the steps is what the code says, no more and no less. */
class StepsPageTest {

    private static final Path SOURCES = Markdown.root().resolve("src/main/java");

    private static Markdown page;
    private static Map<String, StepFacts> steps;

    @BeforeAll
    static void reads() throws Exception {
        page = Markdown.read(Markdown.root().resolve("docs/STEPS.md"));
        steps = StepFacts.all();
    }

    @Test
    void everyStepHasItsHeadingAndThereAreNoOthers() {
        Set<String> headings = page.headings().stream()
                .filter(h -> h.matches("pchat\\w+"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(steps.keySet(), headings);
    }

    @Test
    void everyParameterIsInItsStepsTableWithItsDefault() {
        steps.forEach((name, step) -> {
            Map<String, String> written = new LinkedHashMap<>();
            page.section("Parameters of " + name)
                    .rows()
                    .forEach((parameter, cells) -> written.put(parameter, cells.get(1)));
            assertEquals(sorted(step.defaults()), sorted(written), name);
        });
    }

    @Test
    void everyGuardIsInItsStepsTables() {
        steps.forEach((name, step) -> {
            if (!step.guards().isEmpty()) {
                assertEquals(
                        step.guards(),
                        new TreeSet<>(page.section("Guards of " + name).rows().keySet()),
                        name);
            }
        });
    }

    @Test
    void everyCheckOfAnInspectionIsInItsTableWithWhatItMeans() {
        steps.forEach((name, step) -> {
            if (!step.checks().isEmpty()) {
                Map<String, String> written = new LinkedHashMap<>();
                page.section("Checks of " + name).rows().forEach((check, cells) -> written.put(check, cells.get(0)));
                assertEquals(sorted(step.checks()), sorted(written), name);
            }
        });
    }

    @Test
    void everyGuardHasAConditionAndARemedy() {
        steps.keySet().stream()
                .filter(name -> !steps.get(name).guards().isEmpty())
                .forEach(name -> page.section("Guards of " + name)
                        .rows()
                        .forEach((guard, cells) -> assertTrue(
                                cells.size() == 2 && cells.stream().noneMatch(String::isEmpty), name + ": " + guard)));
    }

    @Test
    void everyCodeOfAFailureIsInTheTableOfCodes() {
        assertEquals(codes(), new TreeSet<>(page.section("Failure codes").rows().keySet()));
    }

    @Test
    void noPageNamesACodeOrAGuardThatIsNone() throws Exception {
        Set<String> known = new TreeSet<>(Set.of("id", "CODE"));
        known.addAll(codes());
        steps.values().forEach(step -> known.addAll(step.guards()));
        steps.values().forEach(step -> known.addAll(step.checks().keySet()));
        Pattern named = Pattern.compile("\\(guard ([a-z-]+)\\)|[Gg]uards? `([a-z-]+)`|\\[([A-Z]{2,}[A-Z_]*)\\](?!\\()");
        Set<String> strangers = new TreeSet<>();
        for (Markdown each : Markdown.all()) {
            named.matcher(each.text())
                    .results()
                    .map(found -> Stream.of(found.group(1), found.group(2), found.group(3))
                            .filter(group -> group != null)
                            .findFirst()
                            .orElseThrow())
                    .filter(name -> !known.contains(name))
                    .forEach(name -> strangers.add(each.file().getFileName() + ": " + name));
        }
        assertEquals(Set.of(), strangers);
    }

    @Test
    void everyKeyOfTheDetailsIsOnThePage() throws Exception {
        Pattern put = Pattern.compile("details\\.put\\(\\s*\"(\\w+)\"|put\\(details, \"(\\w+)\"");
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                put.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .filter(key -> !page.text().contains("`" + key + "`"))
                        .forEach(missing::add);
            }
        }
        assertEquals(Set.of(), missing);
    }

    /** Nothing can be read here, so each check comes to what its severity says. */
    @Test
    void everyCheckOfTheVerificationIsInItsTableWithItsSeverity() throws Exception {
        Map<String, String> written = new LinkedHashMap<>();
        page.section("Checks of pchatVerify").rows().forEach((check, cells) -> written.put(check, cells.get(0)));
        Map<String, String> made = new LinkedHashMap<>();
        Pattern line = Pattern.compile("(BLOCK|WARN|info) +([a-z-]+) .*");
        for (String each : StepFacts.verification().observe().lines()) {
            Matcher found = line.matcher(each);
            if (found.matches()) {
                made.put(found.group(2), found.group(1).toUpperCase(Locale.ROOT));
            }
        }
        // It has not been run then, and that is told only.
        assertEquals("INFO", made.replace("fresh-cycle", "BLOCK"));
        assertEquals(List.copyOf(made.entrySet()), List.copyOf(written.entrySet()));
    }

    /** The numbers in the tables of errors are those of which the plugin itself knows what to do. */
    @Test
    void everyErrorNumberIsInThePluginsTable() throws Exception {
        Properties table = new Properties();
        try (InputStream file = Failure.class.getResourceAsStream("sql/SqlErrors.properties")) {
            table.load(file);
        }
        for (String name : steps.keySet()) {
            if (page.headings().contains("Errors of " + name)) {
                Pattern.compile("\\d+")
                        .matcher(String.join(
                                " ", page.section("Errors of " + name).rows().keySet()))
                        .results()
                        .forEach(number ->
                                assertTrue(table.containsKey(number.group() + ".means"), name + ": " + number.group()));
            }
        }
    }

    @Test
    void theRunbookNamesEveryParameterOfThePipeline() throws Exception {
        String pipeline = Files.readString(Markdown.root().resolve("docs/failback.Jenkinsfile"));
        Markdown runbook = Markdown.read(Markdown.root().resolve("docs/RUNBOOK.md"));
        String evening = runbook.section("The evening").text();
        List<String> missing = Pattern.compile("\\w+\\(name: '(\\w+)'")
                .matcher(pipeline)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !evening.contains("`" + name + "`"))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static Set<String> codes() {
        return Stream.of(Failure.Code.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> sorted(Map<String, String> table) {
        return table.entrySet().stream().map(Object::toString).sorted().toList();
    }
}
