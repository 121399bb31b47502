package io.jenkins.plugins.pchat.engine.check;

import io.jenkins.plugins.pchat.engine.Guard;
import java.util.Optional;
import java.util.function.Function;

/**
 * One check: a guard of an operation or one made for this, and what is told of it when it holds. It is always made; when it can't be, because something
 * could not be read or an earlier fact takes its meaning away, that counts as not holding.
 *
 * @param where the instance or the pool, as the user named it
 * @param severity what it means when it does not hold
 * @param guard what must hold, and the remedy
 * @param evidence what was seen when it holds
 * @param <S> what the checks look at
 */
public record Check<S>(String where, Severity severity, Guard<S> guard, Function<S, String> evidence) {

    private static final String NOT_CHECKED = "could not be checked: ";

    /** It {@link Severity#BLOCK blocks} when this guard refuses. */
    public static <S> Check<S> block(String where, Guard<S> guard, Function<S, String> evidence) {
        return new Check<>(where, Severity.BLOCK, guard, evidence);
    }

    /** A person should know when this guard refuses. */
    public static <S> Check<S> warn(String where, Guard<S> guard, Function<S, String> evidence) {
        return new Check<>(where, Severity.WARN, guard, evidence);
    }

    /** Something that is told for the record. */
    public static <S> Check<S> info(String where, String id, Function<S, String> evidence) {
        return new Check<>(where, Severity.INFO, new Guard<>(id, seen -> Optional.empty()), evidence);
    }

    /** The same check for something that holds what this one looks at. */
    public <T> Check<T> on(Function<T, S> part) {
        return new Check<>(where, severity, guard.on(part), whole -> evidence.apply(part.apply(whole)));
    }

    /**
     * The same check where it has a meaning only under a condition.
     *
     * @param otherwise why it can't be made without the condition: {@code mgc does not exist}
     */
    public Check<S> when(Function<S, Boolean> condition, Function<S, String> otherwise) {
        Guard<S> conditional = new Guard<>(guard.id(), seen -> {
            if (!condition.apply(seen)) {
                throw new Meaningless(otherwise.apply(seen));
            }
            return guard.check().apply(seen);
        });
        return new Check<>(where, severity, conditional, evidence);
    }

    /** Makes the check. */
    public Finding make(S seen) {
        try {
            Optional<Guard.Refusal> refusal = guard.check().apply(seen);
            return refusal.isPresent()
                    ? found(
                            Finding.Result.of(severity),
                            refusal.get().reason(),
                            refusal.get().remedy())
                    : found(
                            severity == Severity.INFO ? Finding.Result.INFO : Finding.Result.OK,
                            evidence.apply(seen),
                            null);
        } catch (Reading.Unread e) {
            return found(
                    Finding.Result.of(severity),
                    NOT_CHECKED + e.failure().what(),
                    e.failure().nextAction());
        } catch (Meaningless e) {
            return found(Finding.Result.of(severity), NOT_CHECKED + e.getMessage(), null);
        }
    }

    private Finding found(Finding.Result result, String text, String remedy) {
        return new Finding(guard.id(), where, severity, result, text, remedy);
    }

    private static final class Meaningless extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Meaningless(String why) {
            super(why);
        }
    }
}
