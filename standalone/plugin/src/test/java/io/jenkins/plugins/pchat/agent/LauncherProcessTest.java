package io.jenkins.plugins.pchat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.shell.ShellProcess;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LauncherProcessTest {

    private static final byte[] STDIN = "{\"text\": \"\u00e4\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private TestAgent host;

    @BeforeEach
    void anAgent() {
        host = new TestAgent("win1", folder);
        host.environment.put(
                LauncherProcess.EXECUTABLE_VARIABLE,
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    private ShellProcess.Result run(LauncherProcess process, String what) throws Exception {
        String classes = new File(StandIn.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .getPath();
        List<String> arguments = List.of(
                "-cp",
                classes,
                StandIn.class.getName(),
                what,
                folder.resolve("started").toString());
        return process.run(arguments, "Get-Date", STDIN, Console.SILENT);
    }

    private List<Path> scripts() throws IOException {
        Path beside = folder.resolve("workspace@tmp");
        try (Stream<Path> files = Files.list(beside)) {
            return files.toList();
        }
    }

    @Test
    void givesTheScriptAsAFileAndTheRequestOnStdin() throws Exception {
        ShellProcess.Result result = run(new LauncherProcess(host.agent(), host.environment), "repeat");
        String stdout = new String(result.stdout(), StandardCharsets.UTF_8);
        assertTrue(stdout.contains("-File"), stdout);
        assertTrue(stdout.contains("script Get-Date"), stdout);
        assertTrue(stdout.contains("stdin {\"text\": \"\u00e4\"}"), stdout);
        assertEquals("said on stderr", new String(result.stderr(), StandardCharsets.UTF_8).strip());
        assertEquals(7, result.exitCode());
    }

    @Test
    void leavesNoScriptBehindAndNoCommandLineInTheLog() throws Exception {
        run(new LauncherProcess(host.agent(), host.environment), "repeat");
        assertEquals(List.of(), scripts());
        assertEquals("", host.log());
    }

    @Test
    void endsAProcessThatNeverEndsToWrite() throws Exception {
        LauncherProcess process = new LauncherProcess(host.agent(), host.environment);
        Failure failure = assertThrows(Failure.class, () -> run(process, "babble"));
        assertEquals(Failure.Code.SHELL, failure.code());
        assertTrue(failure.getMessage().contains("more than 16 MiB and was ended"), failure.getMessage());
        assertEquals(List.of(), scripts());
    }

    @Test
    void endsAProcessThatTakesTooLong() throws Exception {
        LauncherProcess process = new LauncherProcess(host.agent(), host.environment, Duration.ofMillis(500));
        Failure failure = assertThrows(Failure.class, () -> run(process, "wait"));
        assertEquals(Failure.Code.TIMEOUT, failure.code());
        assertEquals(List.of(), scripts());
    }

    @Test
    void anAbortEndsTheProcessAndDeletesTheScript() throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Agent agent = host.agent();
        Thread build = new Thread(() -> {
            try {
                run(new LauncherProcess(agent, host.environment), "wait");
                end.complete(new AssertionError("it was not aborted"));
            } catch (Throwable e) {
                end.complete(e);
            }
        });
        build.start();
        String[] started = started();
        assertTrue(Files.exists(Path.of(started[1])), "the script while it runs");
        build.interrupt();
        assertEquals(InterruptedException.class, end.get(60, TimeUnit.SECONDS).getClass());
        assertFalse(ProcessHandle.of(Long.parseLong(started[0]))
                .map(ProcessHandle::isAlive)
                .orElse(false));
        assertEquals(List.of(), scripts());
    }

    /** The number of the process and its script, once it runs. */
    private String[] started() throws Exception {
        Path file = folder.resolve("started");
        while (!Files.exists(file)) {
            Thread.sleep(20); // another process makes the file; the test has a limit
        }
        return Files.readString(file).split(" ", 2);
    }

    @Test
    void anExecutableThatIsNotThereIsAFailureThatNamesTheAgent() throws Exception {
        host.environment.put(
                LauncherProcess.EXECUTABLE_VARIABLE, folder.resolve("missing").toString());
        LauncherProcess process = new LauncherProcess(host.agent(), host.environment);
        Failure failure = assertThrows(Failure.class, () -> run(process, "repeat"));
        assertEquals(Failure.Code.SHELL, failure.code());
        assertTrue(failure.getMessage().contains("can't be started on agent win1"), failure.getMessage());
        assertEquals(List.of(), scripts());
    }
}
