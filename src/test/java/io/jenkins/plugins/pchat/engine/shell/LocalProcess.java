package io.jenkins.plugins.pchat.engine.shell;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts PowerShell, or what stands in its place, as a process of this machine: the engine without Jenkins. */
public final class LocalProcess implements ShellProcess {

    private final Path executable;
    private final Path directory;
    private final Map<String, String> environment;

    /** @param directory for the script's file */
    public LocalProcess(Path executable, Path directory) {
        this(executable, directory, Map.of());
    }

    /** @param environment variables to set besides those of this process */
    public LocalProcess(Path executable, Path directory, Map<String, String> environment) {
        this.executable = executable;
        this.directory = directory;
        this.environment = new HashMap<>(environment);
    }

    @Override
    public Result run(List<String> arguments, String script, byte[] stdin, Console diagnostics)
            throws Failure, InterruptedException {
        Path file = null;
        try {
            file = Files.createTempFile(directory, "pchat", ".ps1");
            Files.writeString(file, script, StandardCharsets.US_ASCII);
            List<String> command = new ArrayList<>();
            command.add(executable.toString());
            command.addAll(arguments);
            command.add("-File");
            command.add(file.toString());
            return run(command, stdin);
        } catch (IOException e) {
            throw Failure.of(Failure.Code.SHELL, "Can't run " + executable + ": " + e.getMessage());
        } finally {
            delete(file);
        }
    }

    private Result run(List<String> command, byte[] stdin) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            Reader stdout = new Reader(process.getInputStream());
            Reader stderr = new Reader(process.getErrorStream());
            try (OutputStream in = process.getOutputStream()) {
                in.write(stdin);
            }
            int exitCode = process.waitFor();
            return new Result(exitCode, stdout.all(), stderr.all());
        } finally {
            process.destroyForcibly();
        }
    }

    private static void delete(Path file) throws Failure {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw Failure.of(Failure.Code.SHELL, "Can't delete " + file + ": " + e.getMessage());
        }
    }

    /** Reads a stream while the other one is read as well, so that the process never waits for a full pipe. */
    private static final class Reader {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Thread thread;
        private IOException failure;

        Reader(InputStream stream) {
            thread = new Thread(() -> {
                try (stream) {
                    stream.transferTo(bytes);
                } catch (IOException e) {
                    failure = e;
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        byte[] all() throws IOException, InterruptedException {
            thread.join();
            if (failure != null) {
                throw failure;
            }
            return bytes.toByteArray();
        }
    }
}
