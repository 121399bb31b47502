package io.jenkins.plugins.pchat.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the house that the compiler doesn't know: who may use whom. */
class ArchitectureTest {

    private static final String ROOT = "io.jenkins.plugins.pchat";
    private static final String ENGINE = ROOT + ".engine..";
    private static final String SQL = ROOT + ".engine.sql..";
    private static final String SHELL = ROOT + ".engine.shell..";
    private static final String AGENT = ROOT + ".agent..";
    private static final String STEP = ROOT + ".step..";
    private static final String RECORD = ROOT + ".record..";
    private static final String AUDIT = ROOT + ".audit..";
    private static final String CONFIG = ROOT + ".config..";
    private static final String FORM = ROOT + ".form..";
    private static final String LAB = ROOT + ".lab..";

    private static final String DRIVER = "com.microsoft.sqlserver..";
    private static final String JSON = "org.json..";
    private static final String TEXTS = "org.jvnet.localizer..";

    /** The lab's shell runs the shipped script alone, so it must know it. */
    private static final DescribedPredicate<JavaClass> THE_SCRIPT = simpleName("ShellScript");

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
                .resideInAnyPackage("java..", "javax.net..", "javax.sql..", DRIVER, JSON, ENGINE)
                .because("the engine runs wherever there is Java: on an agent, in a test, in another tool")
                .check(MAIN);
    }

    @Test
    void theRecordKnowsNothingOfJenkins() {
        classes()
                .that()
                .resideInAPackage(RECORD)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.xml.stream..", JSON, TEXTS, ENGINE, RECORD)
                .because("a rehearsal writes the same page as a Jenkins shows")
                .check(MAIN);
    }

    @Test
    void theAgentsPartAndTheBuildsRecordKnowNothingOfTheSteps() {
        String reason = "dependencies point one way: step, agent, record, engine; and step, audit, record";
        keepsOff(resideInAnyPackage(AGENT), reason, STEP, AUDIT, CONFIG, FORM);
        keepsOff(resideInAnyPackage(AUDIT), reason, STEP, AGENT, CONFIG, FORM);
    }

    @Test
    void onlySessionsKnowTheDriver() {
        keepsOff(not(resideInAnyPackage(SQL)), "a class of the driver must never cross to the controller", DRIVER);
    }

    @Test
    void onlyTheShellAndTheRecordSpeakJson() {
        keepsOff(
                not(resideInAnyPackage(SHELL, RECORD)),
                "JSON is how the shell is talked to and how the record is kept, and nothing else",
                JSON);
    }

    private static void keepsOff(DescribedPredicate<JavaClass> some, String reason, String... others) {
        noClasses()
                .that(some)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true)
                .because(reason)
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
}
