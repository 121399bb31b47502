package io.jenkins.plugins.pchat.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.server.catalog.Catalog;
import io.jenkins.plugins.pchat.lab.server.tsql.Parser;
import io.jenkins.plugins.pchat.lab.server.tsql.Statement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/LAB.md says of the lab is so: its tables have what the lab has, no more and no less. */
class LabPageTest {

    private static final Pattern RAISED = Pattern.compile(
            "\\b(?:ServerError|Refused|error|info|followedBy|outOfSequence|notInTransaction|needSysadmin|alert)"
                    + "\\(\\s*(?:[a-z]\\w*,\\s*)?(\\d{3,5}),");
    private static final Pattern CMDLET = Pattern.compile("case \"(\\w+-Cs\\w+)\"");
    private static final String MSDB = "msdb.dbo";

    @TempDir
    static Path folder;

    private static Markdown page;
    private static LabInPage lab;

    @BeforeAll
    static void start() throws Exception {
        page = Markdown.read(Markdown.root().resolve("docs/LAB.md"));
        lab = new LabInPage(folder);
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    private static Set<String> written(String heading) {
        return new TreeSet<>(page.section(heading).rows().keySet());
    }

    private static void assertSame(Set<String> ofTheLab, String heading) {
        Set<String> unwritten = new TreeSet<>(ofTheLab);
        unwritten.removeAll(written(heading));
        Set<String> gone = new TreeSet<>(written(heading));
        gone.removeAll(ofTheLab);
        assertEquals(Set.of(), unwritten, "The lab has them: give each a row in '" + heading + "' of docs/LAB.md.");
        assertEquals(Set.of(), gone, "The lab has them not: take them out of '" + heading + "' of docs/LAB.md.");
    }

    @Test
    void theViewsAreThoseOfTheLab() {
        assertSame(new TreeSet<>(Catalog.names()), "Views");
    }

    @Test
    void theProceduresAreThoseOfTheLab() {
        assertSame(new TreeSet<>(lab.instance().procedures().names()), "Procedures");
    }

    @Test
    void theTablesOfMsdbAreThoseOfTheLab() throws Exception {
        Set<String> tables = new TreeSet<>();
        try (Connection catalog = lab.instance().catalog();
                ResultSet rows = catalog.getMetaData().getTables(null, MSDB, null, null)) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        assertSame(tables, "Tables of msdb");
    }

    @Test
    void theFaultsAreThoseOfTheLab() {
        assertSame(Stream.of(Fault.values()).map(Fault::word).collect(Collectors.toCollection(TreeSet::new)), "Faults");
    }

    @Test
    void theCmdletsAreThoseOfTheLab() throws Exception {
        Set<String> cmdlets = new TreeSet<>();
        LabSources.all().forEach((type, text) -> CMDLET.matcher(text)
                .results()
                .map(found -> found.group(1))
                .forEach(cmdlets::add));
        assertSame(cmdlets, "Cmdlets");
    }

    @Test
    void everyErrorThatTheLabRaisesIsOnThePage() throws Exception {
        Set<String> written = written("Errors and messages");
        Map<String, Set<String>> missing = new TreeMap<>();
        LabSources.all().forEach((type, text) -> RAISED.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(number -> !written.contains(number))
                .forEach(number ->
                        missing.computeIfAbsent(number, none -> new TreeSet<>()).add(type)));
        assertEquals(
                Map.of(),
                missing,
                "Errors that docs/LAB.md does not have. Add to 'Errors and messages': | number | when | `Class` |");
    }

    @Test
    void everyErrorOnThePageIsInTheClassesThatItNames() throws Exception {
        Map<String, String> sources = LabSources.all();
        Set<String> wrong = new TreeSet<>();
        page.section("Errors and messages").rows().forEach((number, cells) -> names(cells.get(1))
                .filter(type -> !Pattern.compile("\\b" + number + "\\b")
                        .matcher(sources.getOrDefault(type, ""))
                        .find())
                .forEach(type -> wrong.add(number + " is not in " + type)));
        assertEquals(Set.of(), wrong);
    }

    /** Classes that moved would leave the page pointing nowhere. */
    @Test
    void everyClassOnThePageIsThere() throws Exception {
        Map<String, String> sources = LabSources.all();
        Set<String> gone = new TreeSet<>();
        for (String heading : List.of("The wire", "Statements", "Procedures")) {
            page.section(heading).rows().values().stream()
                    .flatMap(cells -> names(cells.get(cells.size() - 1)))
                    .filter(name -> name.matches("[A-Z]\\w+[a-z]"))
                    .filter(name -> !sources.containsKey(name))
                    .forEach(gone::add);
        }
        assertEquals(Set.of(), gone);
    }

    @Test
    void theStatementsAreThoseThatTheParserKnows() throws Exception {
        Set<String> shown = new TreeSet<>();
        for (String example : page.section("Statements").rows().keySet()) {
            for (Statement statement : Parser.parse(example)) {
                LabSources.kinds(statement, shown);
            }
        }
        Set<String> known = new TreeSet<>();
        LabSources.leaves(Statement.class, known);
        assertEquals(
                known, shown, "Kinds of statements; give each an example in the table 'Statements' of docs/LAB.md.");
    }

    @Test
    void theLabSaysThatItDoesNotSimulateWhatItDoesNot() throws Exception {
        assertEach("Asked over the wire, it says so", batch -> 40000);
    }

    @Test
    void whatIsSimplifiedIsNoError() throws Exception {
        assertEach("Simplified without an error", batch -> 0);
    }

    private static void assertEach(String heading, Function<String, Integer> error) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String batch : page.section(heading).rows().keySet()) {
            int number = lab.error(batch);
            if (number != error.apply(batch)) {
                wrong.add("error " + number + " of " + batch);
            }
        }
        assertEquals(
                List.of(),
                wrong,
                "'" + heading
                        + "' of docs/LAB.md: if the lab simulates it now, take the row out or find what is still missing.");
    }

    private static Stream<String> names(String cell) {
        return Pattern.compile("`([^`]+)`").matcher(cell).results().map(found -> found.group(1));
    }
}
