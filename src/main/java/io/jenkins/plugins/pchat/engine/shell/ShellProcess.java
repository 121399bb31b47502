package io.jenkins.plugins.pchat.engine.shell;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import java.time.Duration;
import java.util.List;

/**
 * Starts PowerShell on the management host. The implementation chooses the executable and where the script's file lies
 * while it runs.
 */
@FunctionalInterface
public interface ShellProcess {

    /**
     * After this time the process is ended: a cmdlet that waits for a management store that doesn't answer must not
     * hold a build for ever.
     */
    Duration TIME_LIMIT = Duration.ofMinutes(20);

    /**
     * Runs {@code powershell.exe <arguments> -File <a file that holds the script>} to its end.
     *
     * @param arguments the switches before {@code -File}; no value of a request and no secret is among them
     * @param script the text of the file, ASCII only
     * @param stdin what the process reads, to the end; it can hold a password, so it is written nowhere else
     * @param diagnostics for lines about the process itself
     * @throws Failure SHELL if the process can't be started, TIMEOUT if it was ended after {@link #TIME_LIMIT}
     * @throws InterruptedException if the build was aborted; the process is ended before this is thrown
     */
    Result run(List<String> arguments, String script, byte[] stdin, Console diagnostics)
            throws Failure, InterruptedException;

    /**
     * How a process ended and what it wrote. Implementations may keep the first mebibytes only; the answer is far
     * smaller.
     */
    record Result(int exitCode, byte[] stdout, byte[] stderr) {}
}
