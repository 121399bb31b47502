package io.jenkins.plugins.pchat.engine.check;

/** What it means when a check does not hold. */
public enum Severity {
    /** Before the failback: it must not begin. After it: a promise is not kept. */
    BLOCK,
    /** A person should know and decide. */
    WARN,
    /** Nothing: it is told for the record. */
    INFO
}
