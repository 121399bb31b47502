package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that is not ours. */
final class ForeignTool {

    private static final int SECONDS = 120;

    private final Path program;

    private ForeignTool(Path program) {
        this.program = program;
    }

    /** What a run gave. */
    record Run(int exitCode, String output) {}

    /** Finds a program on the PATH; the test is skipped, and says so, when it isn't there. */
    static ForeignTool onPath(String name, String origin) {
        String path = System.getenv().getOrDefault("PATH", "");
        Path found = Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(name, name + ".exe", name + ".cmd").map(file -> Path.of(folder, file)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(found != null, "Skipped: there is no '" + name + "' on the PATH (" + origin + ").");
        return new ForeignTool(found);
    }

    /** Runs it in a folder with a text on its standard input; both of its outputs come back as one. */
    Run run(Path folder, Map<String, String> environment, String input, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path in = Files.writeString(folder.resolve("stdin.txt"), input);
        Path out = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                fail(program + " did not end within " + SECONDS + " s; it said: " + Files.readString(out));
            }
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    }
}
