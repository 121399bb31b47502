package io.jenkins.plugins.pchat.engine.check;

/** What it means when a check does not hold. */
public enum Severity {
    /** The failback must not begin. */
    BLOCK,
    /** A person should know and decide. */
    WARN,
    /** Nothing: it is told for the record. */
    INFO
}
