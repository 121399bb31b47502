package io.jenkins.plugins.pchat.mutants;

/**
 * One thing that can be switched off.
 *
 * @param kind what is switched off
 * @param owner the class that it belongs to: the operation, for a guard of that operation
 * @param name what it is called there; guards of one operation that share an id are told apart by a number
 */
record Mutant(Kind kind, String owner, String name) implements Comparable<Mutant> {

    enum Kind {
        /** A guard that never refuses; in play where it refuses. */
        GUARD("GUARDS"),
        /** An operation that never finds its work done; in play where it does. */
        DONE("LOOKS WHETHER ALL IS DONE"),
        /** A failure to verify that doesn't say what is wrong; in play where it is made. */
        NOT_VERIFIED("REASONS NOT VERIFIED");

        private final String plural;

        Kind(String plural) {
            this.plural = plural;
        }

        String plural() {
            return plural;
        }
    }

    static Mutant guard(Class<?> owner, String id, int occurrence) {
        return new Mutant(Kind.GUARD, owner.getSimpleName(), occurrence == 1 ? id : id + " (" + occurrence + ")");
    }

    static Mutant done(Class<?> owner) {
        return new Mutant(Kind.DONE, owner.getSimpleName(), "done");
    }

    static Mutant notVerified(String owner, int line) {
        return new Mutant(Kind.NOT_VERIFIED, owner.substring(owner.lastIndexOf('.') + 1), "line " + line);
    }

    @Override
    public int compareTo(Mutant other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind + " " + owner + ": " + name;
    }
}
