package io.jenkins.plugins.pchat.faults;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Failure.Code;
import java.util.Set;
import java.util.regex.Pattern;

/** By what a person recognises from a failure what has gone wrong. */
final class Cause {

    private static final Set<Code> GONE = Set.of(Code.CONNECTION_LOST, Code.CONNECT);

    private Cause() {}

    /** Whether a failure names the cause. */
    static boolean isNamed(Way way, Failure failure) {
        String message = failure.getMessage();
        return switch (way) {
            case CONNECTION_CUT, ANSWER_LOST, SERVER_KILLED, SERVER_KILLED_AFTER ->
                GONE.contains(failure.code()) || says(message, "session was lost");
            case AGENT_KILLED, AGENT_KILLED_AFTER, AGENT_REPLACED, AGENT_REPLACED_AFTER -> true;
            case DEADLOCK_VICTIM -> says(message, "deadlock");
            case LOGIN_REFUSED -> failure.code() == Code.LOGIN || says(message, "login was refused");
            case SHARE_FULL -> says(message, "\\b112\\b|not enough space");
            case SHARE_GONE -> says(message, "\\b53\\b|network path|can't see|can't be read");
            case BACKUP_DAMAGED -> says(message, "damage|3183|3189|3241|checksum");
            case EXCLUSIVE_ACCESS_REFUSED -> says(message, "exclusive access|in use");
            case AGENT_STOPPED -> says(message, "SQL Server Agent");
            case AGENT_SHARE_DENIED -> says(message, "access is denied|could not access|share");
            case PAGES_DAMAGED -> says(message, "damaged page");
            case LATE_WRITER, LATE_SESSION -> failure.code() == Code.TIMEOUT && says(message, "connected|session");
            case SHELL_CRASH, SHELL_CRASH_AFTER -> failure.code() == Code.SHELL || says(message, "PowerShell");
            case RBAC_REFUSED -> failure.code() == Code.DENIED || says(message, "access is denied");
            case REPLICATION_STUCK -> failure.code() == Code.TIMEOUT && says(message, "has not reached");
        };
    }

    private static boolean says(String message, String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                .matcher(message)
                .find();
    }
}
