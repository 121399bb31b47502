package io.jenkins.plugins.pchat.live;

import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.wire.LabCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The management host: an agent as a process of its own, whose Java trusts a lab's servers and whose PowerShell is the lab's. */
final class LiveAgent implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofMinutes(2);

    private final LiveJenkins jenkins;
    private final DataCentres lab;
    private final String name;
    private final Path folder;
    private Process process;

    /** @param name of the node, and its label */
    LiveAgent(LiveJenkins jenkins, DataCentres lab, String name) {
        this.jenkins = jenkins;
        this.lab = lab;
        this.name = name;
        this.folder = jenkins.settings().folder().resolve("agents").resolve(name);
    }

    /** Makes the node, starts the program that Jenkins offers for agents, and waits until it is connected. */
    void start() throws Exception {
        Files.createDirectories(folder);
        Rest admin = jenkins.as(Person.ADMIN);
        String secret = admin.script("""
                def node = new hudson.slaves.DumbSlave('%1$s', '%2$s', new hudson.slaves.JNLPLauncher(true))
                node.labelString = '%1$s'
                node.numExecutors = 2
                jenkins.model.Jenkins.get().addNode(node)
                print node.toComputer().jnlpMac
                """.formatted(name, folder.toString().replace("\\", "\\\\")));
        Path jar = folder.resolve("agent.jar");
        admin.download("jnlpJars/agent.jar", jar);
        process = launch(jar, secret(secret));
        Waiting.until("the agent " + name + " is connected", CONNECT_LIMIT, this::online, this::log);
    }

    /** A file, so that the secret is in no list of processes. */
    private Path secret(String secret) throws IOException {
        Path file = jenkins.home().folder().resolve("secrets").resolve("agent-" + name);
        Files.writeString(file, secret);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    private Process launch(Path jar, Path secret) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                LiveJenkins.java().toString(),
                "-Xmx512m",
                "-Djavax.net.ssl.trustStore=" + lab.servers().trustStore(),
                "-Djavax.net.ssl.trustStorePassword=" + LabCertificate.TRUST_STORE_PASSWORD,
                "-jar",
                jar.toString(),
                "-url",
                jenkins.url().toString(),
                "-name",
                name,
                "-secret",
                "@" + secret,
                "-webSocket",
                "-workDir",
                folder.toString());
        builder.environment().put("PCHAT_POWERSHELL", lab.shellProgram().toString());
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("agent.log").toFile());
        Process started = builder.start();
        started.getOutputStream().close();
        return started;
    }

    boolean online() throws IOException, InterruptedException {
        return !jenkins.as(Person.ADMIN)
                .json("computer/" + name + "/api/json?tree=offline")
                .getBoolean("offline");
    }

    String name() {
        return name;
    }

    DataCentres lab() {
        return lab;
    }

    /** Its working folder. */
    Path folder() {
        return folder;
    }

    /** What the agent's program has printed. */
    String log() {
        try {
            return Files.readString(folder.resolve("agent.log"));
        } catch (IOException e) {
            return "the agent's log can't be read: " + e;
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
