package io.jenkins.plugins.pchat.mutants;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jenkins.plugins.pchat.engine.Operation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests of the engine inside of a test, one after the other. */
final class EngineTests {

    private static final String ENGINE = Operation.class.getPackageName();
    private static final String LAB = "io.jenkins.plugins.pchat.lab";
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages(ENGINE);

    private final Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build());

    /**
     * Runs all that have to do with operations, and not with the lab.
     *
     * @return why the failed ones failed, by their unique ids
     */
    Map<String, Throwable> all() {
        return run(TESTS.stream()
                .filter(test -> test.getSimpleName().endsWith("Test"))
                .filter(test -> reaches(test, used -> used.isAssignableTo(Operation.class)))
                .filter(test -> !reaches(test, used -> used.getPackageName().startsWith(LAB)))
                .map(test -> selectClass(test.getName()))
                .toList());
    }

    private static boolean reaches(JavaClass test, Predicate<JavaClass> wanted) {
        return test.getTransitiveDependenciesFromSelf().stream().anyMatch(used -> wanted.test(used.getTargetClass()));
    }

    /** Runs these, until one fails. */
    Map<String, Throwable> untilOneFails(Collection<String> uniqueIds) {
        Map<String, Throwable> failed = new LinkedHashMap<>();
        for (String id : uniqueIds) {
            failed.putAll(run(List.of(selectUniqueId(id))));
            if (!failed.isEmpty()) {
                break;
            }
        }
        return failed;
    }

    private Map<String, Throwable> run(List<? extends DiscoverySelector> selectors) {
        Map<String, Throwable> failed = new LinkedHashMap<>();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectors)
                        .configurationParameter("junit.jupiter.execution.timeout.default", "60 s")
                        .build(),
                new TestExecutionListener() {
                    @Override
                    public void executionStarted(TestIdentifier test) {
                        Switches.enter(test.getUniqueId());
                    }

                    @Override
                    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                            failed.put(test.getUniqueId(), result.getThrowable().orElse(null));
                        }
                    }
                });
        return failed;
    }
}
