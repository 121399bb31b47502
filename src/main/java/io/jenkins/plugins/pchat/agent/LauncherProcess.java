package io.jenkins.plugins.pchat.agent;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Proc;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.shell.ShellProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts PowerShell on the agent through Jenkins' launcher. The script lies in a file beside the workspace while it runs; what it is to do
 * comes on its stdin, so that neither the file nor the command line, which other accounts can read, holds a value or a secret.
 */
public final class LauncherProcess implements ShellProcess {

    /** The agent's environment variable that names another executable. */
    public static final String EXECUTABLE_VARIABLE = "PCHAT_POWERSHELL";

    /** An answer has some kilobytes; this keeps a module that babbles from filling the controller's memory. */
    static final int OUTPUT_LIMIT = 16 * 1024 * 1024;

    private static final Logger LOGGER = Logger.getLogger(LauncherProcess.class.getName());

    private final Agent agent;
    private final EnvVars environment;
    private final Duration timeLimit;

    /**
     * A process on this agent.
     *
     * @param environment the agent's own environment, not the pipeline's
     */
    public LauncherProcess(Agent agent, EnvVars environment) {
        this(agent, environment, TIME_LIMIT);
    }

    LauncherProcess(Agent agent, EnvVars environment, Duration timeLimit) {
        this.agent = agent;
        this.environment = environment;
        this.timeLimit = timeLimit;
    }

    @Override
    public Result run(List<String> arguments, String script, byte[] stdin, Console diagnostics)
            throws Failure, InterruptedException {
        FilePath file = null;
        try {
            FilePath folder = folder();
            folder.mkdirs();
            file = folder.createTextTempFile("pchat", ".ps1", script);
            return run(command(arguments, file), stdin);
        } catch (IOException | RuntimeException e) {
            if (AgentLost.isSaidBy(e)) {
                throw new AgentLost(agent.name(), e);
            }
            if (e instanceof RuntimeException unforeseen) {
                throw unforeseen;
            }
            throw Failure.of(
                            Failure.Code.SHELL,
                            "PowerShell could not be run on agent " + agent.name() + ": " + e.getMessage())
                    .next("check that the agent is online, and that its account may write beside " + agent.workspace()
                            + ".");
        } finally {
            delete(file, diagnostics);
        }
    }

    /** Where the script is put and run. The workspace itself need not exist: {@code node} only reserves it. */
    private FilePath folder() {
        FilePath beside = WorkspaceList.tempDir(agent.workspace());
        return beside == null ? agent.workspace() : beside;
    }

    private List<String> command(List<String> arguments, FilePath file) {
        List<String> command = new ArrayList<>();
        command.add(executable());
        command.addAll(arguments);
        command.add("-File");
        command.add(file.getRemote());
        return command;
    }

    /** A 32-bit JVM on 64-bit Windows would get the 32-bit PowerShell, which has no Lync module; Sysnative leads around that. */
    private String executable() {
        String named = environment.get(EXECUTABLE_VARIABLE);
        if (named != null && !named.isBlank()) {
            return named;
        }
        boolean emulated = environment.containsKey("PROCESSOR_ARCHITEW6432") && environment.containsKey("SystemRoot");
        return emulated
                ? environment.get("SystemRoot") + "\\Sysnative\\WindowsPowerShell\\v1.0\\powershell.exe"
                : "powershell.exe";
    }

    private Result run(List<String> command, byte[] stdin) throws Failure, InterruptedException, IOException {
        CompletableFuture<Void> full = new CompletableFuture<>();
        BoundedOutput stdout = new BoundedOutput(OUTPUT_LIMIT, full);
        BoundedOutput stderr = new BoundedOutput(OUTPUT_LIMIT, full);
        long start = System.nanoTime();
        Proc process = start(command, stdin, stdout, stderr);
        // What is written next is dropped all the same; nobody has to wait until a process tires of writing.
        full.thenRunAsync(() -> kill(process), LauncherProcess::start);
        int exitCode = join(process);
        if (stdout.isFull() || stderr.isFull()) {
            throw Failure.of(
                            Failure.Code.SHELL,
                            "PowerShell on agent " + agent.name() + " wrote more than " + OUTPUT_LIMIT / 1024 / 1024
                                    + " MiB and was ended; its answer is not trusted.")
                    .next("look for a module or a policy on that host that prints on start.");
        }
        if (System.nanoTime() - start >= timeLimit.toNanos()) {
            throw Failure.of(
                            Failure.Code.TIMEOUT,
                            "PowerShell on agent " + agent.name() + " was ended after " + timeLimit.toMinutes()
                                    + " minutes without an answer.")
                    .next("check that the Central Management Store answers (Get-CsPersistentChatState in a shell on"
                            + " that host), then run the step again.");
        }
        return new Result(exitCode, stdout.bytes(), stderr.bytes());
    }

    private Proc start(List<String> command, byte[] stdin, BoundedOutput stdout, BoundedOutput stderr)
            throws Failure, IOException, InterruptedException {
        try {
            return agent.launcher()
                    .launch()
                    .cmds(command)
                    .quiet(true)
                    .stdin(new ByteArrayInputStream(stdin))
                    .stdout(stdout)
                    .stderr(stderr)
                    .start();
        } catch (InterruptedIOException e) { // how the launcher tells of an abort
            throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
        } catch (IOException e) {
            if (AgentLost.isSaidBy(e)) {
                throw e;
            }
            throw Failure.of(
                            Failure.Code.SHELL,
                            command.get(0) + " can't be started on agent " + agent.name() + ": " + e.getMessage())
                    .next("run this step on the Windows management host, or set " + EXECUTABLE_VARIABLE
                            + " in the agent's environment to its PowerShell.");
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "pchat: end of a shell");
        thread.setDaemon(true);
        thread.start();
    }

    private void kill(Proc process) {
        try {
            process.kill();
        } catch (IOException | InterruptedException | RuntimeException e) {
            // It is waited for all the same, within its time limit.
            LOGGER.log(Level.WARNING, e, () -> "PowerShell on agent " + agent.name() + " could not be ended");
        }
    }

    private int join(Proc process) throws IOException, InterruptedException {
        try {
            return process.joinWithTimeout(timeLimit.toMillis(), TimeUnit.MILLISECONDS, agent.listener());
        } catch (InterruptedException e) {
            try {
                process.kill();
            } catch (IOException | RuntimeException lost) {
                e.addSuppressed(lost);
            }
            throw e;
        }
    }

    /** A file that stays behind holds no secret; it is told, but fails nothing. */
    private static void delete(FilePath file, Console diagnostics) throws InterruptedException {
        if (file == null) {
            return;
        }
        try {
            file.delete();
        } catch (IOException | RuntimeException e) {
            diagnostics.line("The script file " + file + " could not be deleted: " + e.getMessage());
        }
    }
}
