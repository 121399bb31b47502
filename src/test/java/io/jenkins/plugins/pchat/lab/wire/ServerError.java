package io.jenkins.plugins.pchat.lab.wire;

/** An error of SQL Server that ends the batch, and from severity 20 on the session. */
public final class ServerError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int number;
    private final int state;
    private final int severity;

    public ServerError(int number, int severity, String text) {
        this(number, 1, severity, text);
    }

    public ServerError(int number, int state, int severity, String text) {
        super(text);
        this.number = number;
        this.state = state;
        this.severity = severity;
    }

    public int number() {
        return number;
    }

    public int state() {
        return state;
    }

    public int severity() {
        return severity;
    }
}
