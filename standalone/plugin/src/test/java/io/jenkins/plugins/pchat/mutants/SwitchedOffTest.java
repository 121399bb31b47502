package io.jenkins.plugins.pchat.mutants;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jenkins.plugins.pchat.docs.StepFacts;
import io.jenkins.plugins.pchat.engine.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A guard that no test would miss is no guard. Each guard of each operation is switched off in turn, and the tests in which it refuses are run again; so is
 * each operation's look whether its work is done already, and the sentence of each failure to verify. What there is to switch off is found from the operations
 * themselves, so that a new guard joins by itself.
 *
 * <p>The checks of an inspection refuse nothing; that each of them notices what it is there for is in that inspection's own test.
 */
class SwitchedOffTest {

    private static final Set<String> NEVER_DONE = neverDone();

    private final EngineTests tests = new EngineTests();
    private final List<String> survivors = new ArrayList<>();

    @Test
    void whateverIsSwitchedOffSomeTestNotices() throws Exception {
        try (Weaver weaver = new Weaver()) {
            assertEquals(Map.of(), tests.all(), "the tests as they are");
            StepFacts.all();
            VerifiedSites.all().forEach(Switches::known);
            assertEquals(operations(), Switches.asked(), "operations with guards, and those that were asked for them");
            for (Mutant.Kind kind : Mutant.Kind.values()) {
                switchOff(kind);
            }
        } finally {
            Switches.off(null);
        }
        assertTrue(
                survivors.isEmpty(),
                () -> "No test of the engine fails without these:\n  " + String.join("\n  ", survivors)
                        + "\nWrite one that does, without the lab, beside the tests of that operation.");
    }

    private void switchOff(Mutant.Kind kind) {
        int noticed = 0;
        List<Mutant> all = Switches.found().keySet().stream()
                .filter(mutant -> mutant.kind() == kind)
                .filter(mutant -> kind != Mutant.Kind.DONE || !NEVER_DONE.contains(mutant.owner()))
                .toList();
        for (Mutant mutant : all) {
            Set<String> inPlay = new TreeSet<>(Switches.found().get(mutant));
            Switches.off(mutant);
            if (tests.untilOneFails(inPlay).isEmpty()) {
                survivors.add(mutant + (inPlay.isEmpty() ? " (in play in no test)" : " (in play in " + inPlay + ")"));
            } else {
                noticed++;
            }
        }
        System.out.println(kind.plural() + ": " + all.size() + " switched off, " + noticed + " noticed");
    }

    /** Operations that run each time: they look at nothing to know that they are not done. */
    private static Set<String> neverDone() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.jenkins.plugins.pchat")
                        .stream()
                        .filter(type -> type.isAssignableTo(Operation.class))
                        .filter(SwitchedOffTest::looksAtNothing)
                        .map(type -> type.getSimpleName())
                        .collect(toCollection(TreeSet::new));
    }

    /** Of the operation's own method; the compiler adds one that calls it. */
    private static boolean looksAtNothing(JavaClass operation) {
        return operation.getMethods().stream()
                .filter(method -> method.getName().equals("done"))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .anyMatch(method -> method.getAccessesFromSelf().isEmpty());
    }

    private static Set<String> operations() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.jenkins.plugins.pchat")
                        .stream()
                        .filter(type -> type.isAssignableTo(Operation.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(type -> !hasNone(type))
                        .map(type -> type.getSimpleName())
                        .collect(toCollection(TreeSet::new));
    }

    /** Whether all that its guards() does is to make an empty list. */
    private static boolean hasNone(JavaClass operation) {
        return operation
                .tryGetMethod("guards")
                .map(guards -> guards.getMethodCallsFromSelf().stream()
                        .allMatch(call -> call.getTarget().getFullName().equals("java.util.List.of()")))
                .orElse(false);
    }
}
