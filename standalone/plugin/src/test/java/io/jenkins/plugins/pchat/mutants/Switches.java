package io.jenkins.plugins.pchat.mutants;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Guard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** What the woven classes call: it notes what is in play in which test, and switches one mutant off. */
public final class Switches {

    private static final Map<Mutant, Set<String>> TESTS = new ConcurrentSkipListMap<>();
    private static final Set<String> ASKED = new ConcurrentSkipListSet<>();
    private static volatile Mutant off;
    private static volatile String test = "";

    private Switches() {}

    /** The test that runs, by its unique id. */
    static void enter(String id) {
        test = id;
    }

    /** Switches one off; null for none. */
    static void off(Mutant mutant) {
        off = mutant;
    }

    /** What there is, each with the tests in which it was in play. */
    static Map<Mutant, Set<String>> found() {
        return TESTS;
    }

    /** The operations of the product that were asked for their guards. */
    static Set<String> asked() {
        return ASKED;
    }

    /** The guards of an operation, those that were made for a test alone left out. */
    public static List<Guard<?>> guards(Object operation, List<? extends Guard<?>> guards) {
        if (!Product.holds(operation.getClass())) {
            return List.copyOf(guards);
        }
        if (!guards.isEmpty()) {
            ASKED.add(operation.getClass().getSimpleName());
        }
        Map<String, Integer> occurrences = new HashMap<>();
        List<Guard<?>> switched = new ArrayList<>();
        for (Guard<?> guard : guards) {
            int occurrence = occurrences.merge(guard.id(), 1, Integer::sum);
            switched.add(switched(guard, Mutant.guard(operation.getClass(), guard.id(), occurrence)));
        }
        return switched;
    }

    /** Whether an operation is done. */
    public static boolean done(Object operation, boolean done) {
        if (!Product.holds(operation.getClass())) {
            return done;
        }
        Mutant mutant = Mutant.done(operation.getClass());
        known(mutant);
        return done && !isOff(mutant);
    }

    /** The first sentence of a failure. */
    public static String sentence(Failure.Code code, String what) {
        if (code != Failure.Code.NOT_VERIFIED) {
            return what;
        }
        return Product.caller(Failure.class)
                .filter(frame -> isOff(Mutant.notVerified(frame.getClassName(), frame.getLineNumber())))
                .map(frame -> "switched off")
                .orElse(what);
    }

    private static <S> Guard<S> switched(Guard<S> guard, Mutant mutant) {
        known(mutant);
        return new Guard<>(guard.id(), seen -> {
            Optional<Guard.Refusal> refusal = guard.check().apply(seen);
            return refusal.isPresent() && isOff(mutant) ? Optional.empty() : refusal;
        });
    }

    /** Makes a mutant known that may be in play in no test. */
    static Set<String> known(Mutant mutant) {
        return TESTS.computeIfAbsent(mutant, none -> ConcurrentHashMap.newKeySet());
    }

    private static boolean isOff(Mutant mutant) {
        known(mutant).add(test);
        return mutant.equals(off);
    }
}
