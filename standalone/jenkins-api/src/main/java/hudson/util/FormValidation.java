package hudson.util;

import java.util.Collection;

/** The answer to the check of a form's field. */
public abstract class FormValidation extends Exception {

    private static final long serialVersionUID = 1L;

    public final Kind kind;

    /** How bad it is. */
    public enum Kind {
        OK,
        WARNING,
        ERROR
    }

    private FormValidation(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public static FormValidation ok() {
        return of(Kind.OK, null);
    }

    public static FormValidation ok(String message) {
        return of(Kind.OK, message);
    }

    public static FormValidation warning(String message) {
        return of(Kind.WARNING, message);
    }

    public static FormValidation error(String message) {
        return of(Kind.ERROR, message);
    }

    public static FormValidation aggregate(Collection<FormValidation> validations) {
        throw new UnsupportedOperationException("FormValidation.aggregate");
    }

    private static FormValidation of(Kind kind, String message) {
        return new FormValidation(kind, message) {
            private static final long serialVersionUID = 1L;
        };
    }

    @Override
    public String toString() {
        return kind + ": " + getMessage();
    }
}
