package io.jenkins.plugins.pchat.lab.shell;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the small file that starts {@link LabShell}: a shell script, on Windows a command file. */
final class ShellLauncher {

    private ShellLauncher() {}

    static Path write(Path directory, int port) throws IOException {
        Files.createDirectories(directory);
        boolean windows = File.separatorChar == '\\';
        Path java = Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
        // One directory of classes and a JVM that starts fast: the program is started dozens of times in a run.
        String command = "\"%s\" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp \"%s\" %s %d"
                .formatted(java, classes(), LabShell.class.getName(), port);
        Path file = directory.resolve(windows ? "powershell.cmd" : "powershell.sh");
        List<String> lines = windows
                ? List.of("@" + command.replace("%", "%%") + " %*", "@exit /b %ERRORLEVEL%")
                : List.of("#!/bin/sh", "exec " + command + " \"$@\"");
        Files.writeString(file, String.join(windows ? "\r\n" : "\n", lines) + (windows ? "\r\n" : "\n"));
        if (!windows && !file.toFile().setExecutable(true)) {
            throw new IOException("can't make " + file + " executable");
        }
        return file.toAbsolutePath();
    }

    private static Path classes() {
        try {
            return Path.of(LabShell.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
