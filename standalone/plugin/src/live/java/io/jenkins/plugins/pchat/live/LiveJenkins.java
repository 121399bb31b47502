package io.jenkins.plugins.pchat.live;

import io.jenkins.plugins.pchat.lab.Folders;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Jenkins as a process of its own on this machine's loopback address, which can be stopped and started again. */
final class LiveJenkins implements AutoCloseable {

    /** Generous: a start with a hundred plugins on a machine that does other things as well. */
    private static final Duration START_LIMIT = Duration.ofMinutes(6);

    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    private final LiveSettings settings;
    private final URI url;
    private final Home home;
    private final Path log;
    private Process process;

    /** Lays it out; {@link #start} starts it. */
    LiveJenkins(LiveSettings settings) throws IOException {
        this.settings = settings;
        // What is there in the end is of this run, and of no other.
        if (Files.exists(settings.folder())) {
            Folders.delete(settings.folder());
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/");
        }
        home = Home.create(settings.folder().resolve("home"), settings, url);
        log = settings.folder().resolve("jenkins.log");
    }

    /** Starts it, for the first time or again, and waits until it answers. */
    void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                java().toString(),
                "-Xmx1g",
                "-Djava.awt.headless=true",
                "-Djenkins.install.runSetupWizard=false",
                "-Djenkins.model.Jenkins.slaveAgentPort=-1",
                // Nothing here looks for news in the internet.
                "-Dhudson.model.UpdateCenter.never=true",
                "-Dhudson.model.DownloadService.never=true",
                "-jar",
                settings.war().toString(),
                "--httpListenAddress=127.0.0.1",
                "--httpPort=" + url.getPort());
        builder.environment().put("JENKINS_HOME", home.folder().toString());
        builder.directory(settings.folder().toFile());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process = builder.start();
        process.getOutputStream().close();
        Waiting.until("Jenkins answers at " + url, START_LIMIT, this::answers, this::tail);
    }

    private boolean answers() throws InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("Jenkins ended with code " + process.exitValue() + ".\n" + tail());
        }
        try {
            return as(Person.ADMIN).get("api/json").statusCode() == 200;
        } catch (HttpTimeoutException e) {
            return false;
        } catch (IOException e) {
            return false; // it does not listen yet
        }
    }

    /** Stops it in the way of an administrator: it saves, says goodbye to its agents, and ends. */
    void stop() throws Exception {
        Rest.expect("exit", as(Person.ADMIN).post("exit", Map.of()), 200, 302);
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Jenkins did not end within " + STOP_LIMIT.toSeconds() + " s.\n" + tail());
        }
    }

    /** Ends it as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    Rest as(Person person) {
        return new Rest(url, person);
    }

    /** Who may not answer: with matrix-auth somebody else, without it whoever is not logged in. */
    Rest outsider() {
        return home.hasPlugin("matrix-auth") ? as(Person.OUTSIDER) : new Rest(url, null);
    }

    URI url() {
        return url;
    }

    Home home() {
        return home;
    }

    LiveSettings settings() {
        return settings;
    }

    /** All that it has logged, over all its starts. */
    List<String> log() throws IOException {
        return Files.readAllLines(log, StandardCharsets.UTF_8);
    }

    private String tail() {
        try {
            List<String> lines = log();
            return "The end of " + log + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return log + " can't be read: " + e;
        }
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", File.separatorChar == '\\' ? "java.exe" : "java");
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            try {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
