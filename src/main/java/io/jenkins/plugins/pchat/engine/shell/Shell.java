package io.jenkins.plugins.pchat.engine.shell;

import io.jenkins.plugins.pchat.engine.Failure;
import java.util.List;

/** The Lync / Skype for Business management shell. One call is one PowerShell process. */
@FunctionalInterface
public interface Shell {

    /**
     * Runs cmdlets one after the other in one process, and stops at the first that fails.
     *
     * @param calls what to run
     * @return one result for each call, in the same order
     * @throws Failure SHELL or DENIED, with the cmdlet's error id, category and message
     */
    List<ShellResult> run(List<Cmdlet> calls) throws Failure, InterruptedException;
}
