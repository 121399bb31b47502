package io.jenkins.plugins.pchat.engine.check;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Unusable;
import java.io.Serializable;
import java.util.Objects;

/**
 * What was read, or why it could not be read. A check that needs what could not be read says so; the others go on.
 *
 * @param <T> what was read; serializable where the reading crosses to an agent
 */
public final class Reading<T> implements Serializable {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // values that cross to an agent are serializable records
    private final T value;

    private final Failure failure;

    private Reading(T value, Failure failure) {
        this.value = value;
        this.failure = failure;
    }

    /** Something that reads. */
    @FunctionalInterface
    public interface Source<T> {
        T read() throws Failure, InterruptedException;
    }

    /** Reads, and keeps the failure if it fails; a source that needs what another one could not read fails as that one did. */
    public static <T> Reading<T> of(Source<T> source) throws InterruptedException {
        try {
            return new Reading<>(Objects.requireNonNull(source.read()), null);
        } catch (Failure e) {
            return new Reading<>(null, e);
        } catch (Unread e) {
            return new Reading<>(null, e.failure());
        } catch (Unusable e) {
            return new Reading<>(null, e.failure("A question"));
        }
    }

    /** What was read already. */
    public static <T> Reading<T> of(T value) {
        return new Reading<>(Objects.requireNonNull(value), null);
    }

    /** What could not be read. */
    public static <T> Reading<T> failed(Failure failure) {
        return new Reading<>(null, Objects.requireNonNull(failure));
    }

    /** Whether there is a value. */
    public boolean present() {
        return failure == null;
    }

    /** Why there is none; null if there is one. */
    public Failure failure() {
        return failure;
    }

    /**
     * What was read.
     *
     * @throws Unread if there is nothing
     */
    public T get() {
        if (failure != null) {
            throw new Unread(failure);
        }
        return value;
    }

    /** A check has asked for what could not be read. */
    static final class Unread extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Failure failure;

        Unread(Failure failure) {
            super(failure.what());
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }
}
