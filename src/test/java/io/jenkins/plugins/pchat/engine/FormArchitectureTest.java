package io.jenkins.plugins.pchat.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules for what people fill in: the forms of the steps, and the configuration of named pools. */
class FormArchitectureTest {

    private static final String ROOT = "io.jenkins.plugins.pchat";
    private static final String AGENT = ROOT + ".agent..";
    private static final String FORM = ROOT + ".form..";
    private static final String CONFIG = ROOT + ".config..";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void theConfigurationKnowsNothingOfTheSteps() {
        noClasses()
                .that()
                .resideInAnyPackage(CONFIG, FORM)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".step..", ROOT + ".audit..", AGENT)
                .because("a step may read the configuration, and both share the checks of their forms")
                .check(MAIN);
    }

    @Test
    void formsConnectToNothing() {
        noClasses()
                .that()
                .resideInAnyPackage(CONFIG, FORM)
                .or()
                .haveSimpleName("DescriptorImpl")
                .or()
                .haveSimpleNameEndingWith("StepDescriptor")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", AGENT)
                .because("whoever may open a form must not make Jenkins connect to a server of their choice")
                .check(MAIN);
    }

    @Test
    void formsAreFilledAndCheckedByPostOnly() {
        methods()
                .that()
                .haveNameMatching("do(Fill|Check|Validate).*")
                .should()
                .beAnnotatedWith("org.kohsuke.stapler.verb.POST")
                .because("a GET can be made by any page that an administrator looks at")
                .check(MAIN);
    }
}
