package io.jenkins.plugins.pchat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.EnvVars;
import hudson.Launcher;
import hudson.Proc;
import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of PowerShell, and a process that can't be reached any more, with a launcher that starts nothing. */
class LauncherCommandTest {

    private static final byte[] STDIN = {};

    @TempDir
    private Path folder;

    private TestAgent host;

    @BeforeEach
    void anAgent() {
        host = new TestAgent("win1", folder);
    }

    @Test
    void startsWindowsPowerShellUnlessTheAgentNamesAnother() throws Exception {
        assertEquals("powershell.exe", executable(Map.of()));
        assertEquals("C:\\pwsh.exe", executable(Map.of(LauncherProcess.EXECUTABLE_VARIABLE, "C:\\pwsh.exe")));
    }

    @Test
    void a32BitAgentStartsThe64BitPowerShell() throws Exception {
        assertEquals(
                "C:\\Windows\\Sysnative\\WindowsPowerShell\\v1.0\\powershell.exe",
                executable(Map.of("PROCESSOR_ARCHITEW6432", "AMD64", "SystemRoot", "C:\\Windows")));
    }

    /** The first word of the command line in this environment. */
    private String executable(Map<String, String> environment) throws Exception {
        CompletableFuture<List<String>> command = new CompletableFuture<>();
        Launcher recorder = launcher(starter -> {
            command.complete(starter.cmds());
            throw new IOException("only recorded");
        });
        LauncherProcess process = new LauncherProcess(agent(recorder), new EnvVars(environment));
        assertThrows(Failure.class, () -> process.run(List.of("-NoProfile"), "x", STDIN, Console.SILENT));
        List<String> words = command.join();
        assertEquals(List.of("-NoProfile", "-File"), words.subList(1, 3));
        assertTrue(words.get(3).endsWith(".ps1"), words.toString());
        return words.get(0);
    }

    private Agent agent(Launcher launcher) throws Failure {
        return Agent.of(host, host.createComputer(), launcher, host.workspace(), host.listener);
    }

    private Launcher launcher(Starts starts) {
        return new Launcher.LocalLauncher(host.listener, host.channel) {
            @Override
            public Proc launch(ProcStarter starter) throws IOException {
                return starts.start(starter);
            }
        };
    }

    /** What comes of starting a process. */
    private interface Starts {
        Proc start(Launcher.ProcStarter starter) throws IOException;
    }

    @Test
    void anAbortIsAnAbortEvenIfTheProcessCantBeEnded() throws Exception {
        Launcher losing = launcher(starter -> new Proc() {
            @Override
            public int join() throws InterruptedException {
                throw new InterruptedException();
            }

            @Override
            public void kill() throws IOException {
                throw new IOException("the channel is closed");
            }

            @Override
            public boolean isAlive() {
                return true;
            }

            @Override
            public InputStream getStdout() {
                return null;
            }

            @Override
            public InputStream getStderr() {
                return null;
            }

            @Override
            public OutputStream getStdin() {
                return null;
            }
        });
        LauncherProcess process = new LauncherProcess(agent(losing), host.environment);
        var aborted =
                assertThrows(InterruptedException.class, () -> process.run(List.of(), "x", STDIN, Console.SILENT));
        assertEquals("the channel is closed", aborted.getSuppressed()[0].getMessage());
    }
}
