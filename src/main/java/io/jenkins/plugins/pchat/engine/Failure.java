package io.jenkins.plugins.pchat.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A failure that a person can act on: what failed, where, in which state things were left, what to do next. Its message is those sentences;
 * it holds no class of the driver, so that it can cross from the agent to the controller.
 * What servers and shells say is shown in it as {@link PlainText}: each sentence is one line.
 */
public final class Failure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What kind of failure it is; printed in brackets before the message and stable, so that scripts can look for it. */
    public enum Code {
        /** A parameter has no valid value; nothing was contacted. */
        INVALID,
        /** A server can't be reached, or its certificate isn't trusted. */
        CONNECT,
        /** The server refused the login. */
        LOGIN,
        /** A guard said no; nothing was changed. */
        REFUSED,
        /** SQL Server reported an error, or answered what can't be used. */
        SQL,
        /** The session with SQL Server was lost while a statement ran. */
        CONNECTION_LOST,
        /** The agent was lost while it worked, and did not come back in time. */
        AGENT_LOST,
        /** PowerShell could not be run, or a cmdlet failed. */
        SHELL,
        /** The account may not do this. */
        DENIED,
        /** Something did not happen in time. */
        TIMEOUT,
        /** Everything ran, and the state read afterwards is not the wanted one. */
        NOT_VERIFIED
    }

    private final Code code;
    private final String what;
    private final String during;
    private final String stateLeft;
    private final String next;
    private final int sqlNumber;

    private Failure(
            Code code, String what, String during, String stateLeft, String next, int sqlNumber, Throwable cause) {
        super(null, cause);
        this.code = code;
        this.what = what;
        this.during = during;
        this.stateLeft = stateLeft;
        this.next = next;
        this.sqlNumber = sqlNumber;
    }

    /** A failure with its first sentence: what failed, and on which instance or pool. */
    public static Failure of(Code code, String what) {
        return new Failure(code, PlainText.line(what), null, null, null, 0, null);
    }

    /** An error of SQL Server, with the number of the first error, not of the 3013 that follows it. */
    public static Failure sql(Code code, int number, String what) {
        return new Failure(code, PlainText.line(what), null, null, null, number, null);
    }

    /** The same failure, showing below its sentence what somebody else printed, a line each. */
    public Failure showing(List<String> printed) {
        String shown = what
                + printed.stream().map(line -> "\n  " + PlainText.line(line)).collect(Collectors.joining());
        return copy(shown, stateLeft, next);
    }

    /** The same failure, saying in which state things were left; several lines are parted by {@code \n}. */
    public Failure leaving(String state) {
        return copy(what, state.lines().map(PlainText::line).collect(Collectors.joining("\n")), next);
    }

    /** The same failure, saying what was seen afterwards. */
    public Failure leaving(Observation seen) {
        return leaving(String.join("\n", PlainText.lines(seen.lines())));
    }

    /** The same failure, saying what to do next. */
    public Failure next(String action) {
        return copy(what, stateLeft, PlainText.line(action));
    }

    /** The same failure, saying during which action of the plan it came. */
    Failure during(String action) {
        return new Failure(code, what, PlainText.line(action), stateLeft, next, sqlNumber, getCause()).like(this);
    }

    private Failure copy(String sentence, String state, String action) {
        Failure copy = new Failure(code, sentence, during, state, action, sqlNumber, getCause());
        return copy.like(this);
    }

    private Failure like(Failure other) {
        setStackTrace(other.getStackTrace());
        for (Throwable suppressed : other.getSuppressed()) {
            addSuppressed(suppressed);
        }
        return this;
    }

    public Code code() {
        return code;
    }

    /** The number of SQL Server's error, 0 if it was none. */
    public int sqlNumber() {
        return sqlNumber;
    }

    /** The first sentence alone. */
    public String what() {
        return what;
    }

    /** The state things were left in; null while nobody has looked. */
    public String stateLeft() {
        return stateLeft;
    }

    /** What to do next; null when nobody has said. */
    public String nextAction() {
        return next;
    }

    @Override
    public String getMessage() {
        StringBuilder text = new StringBuilder("[" + code + "] " + what);
        if (during != null) {
            text.append("\nDuring: ").append(during);
        }
        if (stateLeft != null) {
            text.append('\n').append(stateLine(stateLeft));
        }
        if (next != null) {
            text.append("\nNext: ").append(next);
        }
        return text.toString();
    }

    /** The state left as a person reads it: behind its heading, or below it if it has several lines. */
    static String stateLine(String state) {
        return state.contains("\n") ? "State left:\n" + state.indent(2).stripTrailing() : "State left: " + state;
    }
}
