package io.jenkins.plugins.pchat.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A check that stops an operation before it changes anything.
 *
 * @param id stable name, lower case with dashes, as in the documentation: {@code backup-from-other-instance}
 * @param check looks at what was read; empty when all is well
 * @param <S> what the operation reads
 */
public record Guard<S>(String id, Function<S, Optional<Refusal>> check) {

    public Guard {
        Objects.requireNonNull(id);
        Objects.requireNonNull(check);
    }

    /**
     * Why a guard says no.
     *
     * @param reason what was seen and why that is dangerous, as a sentence
     * @param remedy what the person should do, as a sentence
     */
    public record Refusal(String reason, String remedy) {}

    /** The same guard for something that holds what this one looks at. */
    public <T> Guard<T> on(Function<T, S> part) {
        return new Guard<>(id, whole -> check.apply(part.apply(whole)));
    }

    /** The same guard where it matters only under a condition; without it, all is well. */
    public Guard<S> when(Function<S, Boolean> condition) {
        return new Guard<>(id, seen -> condition.apply(seen) ? check.apply(seen) : Optional.empty());
    }

    /** A guard that refuses with these sentences when the condition is met. */
    public static <S> Guard<S> refuseIf(
            String id, Function<S, Boolean> condition, Function<S, String> reason, String remedy) {
        return new Guard<>(
                id,
                seen -> condition.apply(seen)
                        ? Optional.of(new Refusal(reason.apply(seen), remedy))
                        : Optional.empty());
    }
}
