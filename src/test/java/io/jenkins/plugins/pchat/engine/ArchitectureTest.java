package io.jenkins.plugins.pchat.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that the compiler doesn't know: who may use whom, and how long a class may be. */
class ArchitectureTest {

    private static final String ROOT = "io.jenkins.plugins.pchat";
    private static final String ENGINE = ROOT + ".engine..";
    private static final String SQL = ROOT + ".engine.sql..";
    private static final String SHELL = ROOT + ".engine.shell..";
    private static final String AGENT = ROOT + ".agent..";
    private static final String STEP = ROOT + ".step..";
    private static final String LAB = ROOT + ".lab..";

    private static final String DRIVER = "com.microsoft.sqlserver..";
    private static final String JSON = "org.json..";

    /** The lab's shell runs the shipped script alone, so it must know it. */
    private static final DescribedPredicate<JavaClass> THE_SCRIPT = simpleName("ShellScript");

    private static final int LONGEST = 200;

    /** One method a statement: it may be as long as there are statements. */
    private static final String LIST_OF_STATEMENTS = "TSql.java";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void theEngineKnowsNothingOfJenkins() {
        classes()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.net.ssl..", "javax.sql..", DRIVER, JSON, ENGINE)
                .because("the engine runs wherever there is Java: on an agent, in a test, in another tool")
                .check(MAIN);
    }

    @Test
    void theAgentsPartKnowsNothingOfTheSteps() {
        noClasses()
                .that()
                .resideInAPackage(AGENT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(STEP, ROOT + ".audit..", ROOT + ".config..", ROOT + ".form..")
                .because("dependencies point one way: step, agent, engine")
                .check(MAIN);
    }

    @Test
    void onlySessionsKnowTheDriver() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SQL)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(DRIVER)
                .because("a class of the driver must never cross to the controller")
                .check(MAIN);
    }

    @Test
    void onlyTheShellSpeaksJson() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SHELL)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JSON)
                .because("JSON is how the shell is talked to, and nothing else")
                .check(MAIN);
    }

    @Test
    void everythingThatIsSerializedSaysItsVersion() {
        var silent = MAIN.stream()
                .filter(type -> type.isAssignableTo(java.io.Serializable.class))
                .filter(type -> !type.isEnum() && !type.isInterface() && !type.isAnonymousClass())
                .filter(type -> type.tryGetField("serialVersionUID").isEmpty())
                .map(type -> type.getName())
                .sorted()
                .toList();
        assertEquals(List.of(), silent, "serializable, without a serialVersionUID");
    }

    @Test
    void theLabIsAnotherProgram() {
        noClasses()
                .that()
                .resideInAPackage(LAB)
                .and()
                .haveSimpleNameNotEndingWith("Test")
                .and()
                .haveSimpleNameNotEndingWith("IT")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ENGINE, AGENT, STEP).and(not(THE_SCRIPT)))
                .because("a simulation that shares code with what it judges shares its mistakes")
                .check(TESTS);
    }

    @Test
    void noClassIsTooLong() throws IOException {
        Path root = rootOfTheRepository();
        List<String> tooLong;
        try (Stream<Path> files = Files.walk(root)) {
            tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !isGenerated(root.relativize(file)))
                    .filter(file -> !file.endsWith(LIST_OF_STATEMENTS))
                    .filter(file -> lines(file) > LONGEST)
                    .map(file -> lines(file) + " lines: " + root.relativize(file))
                    .sorted()
                    .toList();
        }
        assertEquals(List.of(), tooLong, "a class has one idea and at most " + LONGEST + " lines");
    }

    private static boolean isGenerated(Path file) {
        for (Path part : file) {
            if (part.endsWith("target") || part.endsWith("work")) {
                return true;
            }
        }
        return false;
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both builds run this test, each from its own folder. */
    private static Path rootOfTheRepository() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("src/main/java/io/jenkins/plugins/pchat"))) {
            folder = folder.getParent();
        }
        assertTrue(folder != null, "no sources above " + Path.of("").toAbsolutePath());
        return folder;
    }
}
