package io.jenkins.plugins.pchat.engine;

/**
 * A server or a shell answered something that nothing can be done with: a column is missing or of another type, a name can't be put into a statement.
 * {@link OperationRunner} makes a {@link Failure} of it. Where the value came from a user it is what any other {@link IllegalArgumentException} is.
 */
public final class Unusable extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final Failure.Code code;

    /**
     * An answer that can't be used.
     *
     * @param code SQL or SHELL, for where it came from
     * @param what what it is, as a sentence
     */
    public Unusable(Failure.Code code, String what) {
        super(what);
        this.code = code;
    }

    /** @param where what was being done, and on which server */
    public Failure failure(String where) {
        return Failure.of(code, where + ": what was read can't be used: " + getMessage())
                .next("Look at that value on the server, mend it there, then run this step again.");
    }
}
