package io.jenkins.plugins.pchat.engine.shell;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The management shell as a PowerShell process that runs {@link ShellScript}: cmdlets in as JSON, objects out as JSON,
 * nothing spliced into script text.
 */
public final class PowerShell implements Shell {

    /**
     * The switches; {@code -File} and the file follow them. A policy set by the domain wins over
     * {@code -ExecutionPolicy}.
     */
    static final List<String> ARGUMENTS = List.of("-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass");

    /** An answer is a few kilobytes even in a large deployment; of anything longer only the end is looked at. */
    private static final int MOST = 4 * 1024 * 1024;

    /** Warnings of one cmdlet that are shown. */
    private static final int MOST_WARNINGS = 20;

    private final ShellProcess process;
    private final RemoteShell remote;
    private final Console console;

    /**
     * A shell that starts processes.
     *
     * @param remote the shell on another machine; null for the one of the machine where the process runs
     * @param console where warnings of cmdlets go
     */
    public PowerShell(ShellProcess process, RemoteShell remote, Console console) {
        this.process = process;
        this.remote = remote;
        this.console = console;
    }

    @Override
    public List<ShellResult> run(List<Cmdlet> calls) throws Failure, InterruptedException {
        ShellProcess.Result ended =
                process.run(ARGUMENTS, ShellScript.text(), ShellWire.request(calls, remote), console);
        ShellWire.Answer answer = ShellWire.answer(text(ended.stdout()));
        ShellErrors errors = new ShellErrors(calls, remote);
        if (answer == null) {
            throw errors.noAnswer(ended.exitCode(), text(ended.stderr()), text(ended.stdout()));
        }
        for (int i = 0; i < answer.results().size() && i < calls.size(); i++) {
            String name = calls.get(i).name();
            List<String> warnings = answer.results().get(i).warnings();
            warnings.stream()
                    .limit(MOST_WARNINGS)
                    .forEach(warning -> console.line("Warning of " + name + ": " + PlainText.line(warning)));
            if (warnings.size() > MOST_WARNINGS) {
                console.line(name + " gave " + warnings.size() + " warnings; those after the first " + MOST_WARNINGS
                        + " are not shown.");
            }
        }
        if (answer.problem() != null) {
            throw errors.of(answer.problem(), ended.exitCode());
        }
        if (ended.exitCode() != ShellScript.OK || answer.results().size() != calls.size()) {
            throw errors.noAnswer(ended.exitCode(), text(ended.stderr()), "");
        }
        return answer.results();
    }

    private static String text(byte[] output) {
        int from = Math.max(0, output.length - MOST);
        return new String(output, from, output.length - from, StandardCharsets.UTF_8);
    }
}
