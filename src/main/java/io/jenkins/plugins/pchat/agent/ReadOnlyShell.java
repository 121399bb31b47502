package io.jenkins.plugins.pchat.agent;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.shell.Cmdlet;
import io.jenkins.plugins.pchat.engine.shell.Shell;
import io.jenkins.plugins.pchat.engine.shell.ShellResult;
import java.util.List;

/** The shell of a dry run: it runs cmdlets with the verb {@code Get}, and refuses all others. */
public record ReadOnlyShell(Shell shell) implements Shell {

    @Override
    public List<ShellResult> run(List<Cmdlet> calls) throws Failure, InterruptedException {
        for (Cmdlet call : calls) {
            if (!call.name().startsWith("Get-")) {
                throw new IllegalStateException("A dry run was about to call " + call.name());
            }
        }
        return shell.run(calls);
    }
}
