package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.agent.SqlServerAgent;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.storage.DiskStorage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two instances with their Agents, served over the wire, and three clients: tsql, tedious and the Microsoft driver. */
final class ForeignLab implements AutoCloseable {

    static final String USER = "pchat";
    static final String PASSWORD = "pa$$ word";
    static final String WINDOWS_USER = "DCI\\svc-pchat";
    private static final String TEDIOUS = "tedious@19.2.2";

    private final Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    final LabInstance primary;
    final LabInstance backup;
    private final Map<LabInstance, TdsServer> servers = new HashMap<>();
    private final DiskStorage storage;
    private final Faults faults;
    private final Journal journal = new Journal();

    ForeignLab(Path folder) throws Exception {
        this.folder = folder;
        faults = new Faults(journal);
        storage = new DiskStorage(folder.resolve("disks"), faults).share("\\\\nas\\pchat");
        LabCertificate certificate = LabCertificate.create("lab");
        primary = instance("SQLA", certificate);
        backup = instance("SQLB", certificate);
        backup.run(
                "mgc",
                "CREATE TABLE dbo.t (i int NOT NULL PRIMARY KEY, s nvarchar(20)) INSERT t VALUES (1, N'é\u4e2d')");
    }

    private LabInstance instance(String host, LabCertificate certificate) throws Exception {
        storage.drive(host, 'C').drive(host, 'D');
        LabInstance instance = new LabInstance(host + "\\RTC", host, "12.0.6024.0", storage, faults, journal);
        instance.addLogin(USER, PASSWORD, true);
        instance.addWindowsLogin(WINDOWS_USER, PASSWORD, true);
        instance.createDatabase("mgc");
        SqlServerAgent agent = SqlServerAgent.install(instance);
        agent.start();
        TdsServer server = new TdsServer(instance, certificate, 0);
        server.start();
        servers.put(instance, server);
        open.add(0, instance);
        open.add(0, agent);
        open.add(0, server::stop);
        return instance;
    }

    int port(LabInstance instance) {
        return servers.get(instance).port();
    }

    /** What tsql prints for batches, each parted from the next by a line of its own that says go; no prompts. */
    String tsql(LabInstance instance, String batches) throws Exception {
        return tsql(instance, USER, "request", batches);
    }

    /** The same as another user, with another encryption: off, request or require. */
    String tsql(LabInstance instance, String user, String encryption, String batches) throws Exception {
        ForeignTool tsql = ForeignTool.onPath("tsql", "Debian package freetds-bin");
        Path configuration = Files.writeString(
                folder.resolve("freetds.conf"),
                "[lab]\nhost = 127.0.0.1\nport = " + port(instance)
                        + "\ntds version = 7.4\nclient charset = UTF-8\nencryption = " + encryption + "\n");
        return tsql.run(
                        folder,
                        Map.of("FREETDSCONF", configuration.toString(), "LC_ALL", "C.UTF-8"),
                        batches + "\ngo\nexit\n",
                        "-S",
                        "lab",
                        "-o",
                        "q",
                        "-U",
                        user,
                        "-P",
                        PASSWORD)
                .output();
    }

    /** What {@code foreign.js} prints for batches, parted as for tsql. */
    String tedious(LabInstance instance, String batches) throws Exception {
        ForeignTool node = ForeignTool.onPath("node", "Node.js");
        install(folder);
        Path script = folder.resolve("foreign.js");
        try (var source = ForeignLab.class.getResourceAsStream("foreign.js")) {
            Files.write(script, source.readAllBytes());
        }
        Map<String, String> environment = new HashMap<>();
        environment.put("LAB_PORT", String.valueOf(port(instance)));
        environment.put("LAB_USER", USER);
        environment.put("LAB_PASSWORD", PASSWORD);
        environment.put("LAB_BATCHES", batches);
        return node.run(folder, environment, "", "foreign.js").output();
    }

    /** Installs tedious, unless an earlier test has; a machine without the npm registry skips, and says so. */
    static void install(Path folder) throws Exception {
        Path installed = folder.resolve("node_modules/tedious");
        if (Files.isDirectory(installed)) {
            return;
        }
        ForeignTool npm = ForeignTool.onPath("npm", "Node.js");
        Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
        ForeignTool.Run run = npm.run(
                folder,
                Map.of(),
                "",
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--fetch-retries=0",
                TEDIOUS);
        assumeTrue(
                run.exitCode() == 0 && Files.isDirectory(installed),
                "Skipped: npm could not install " + TEDIOUS + ": " + run.output());
    }

    Connection jdbc(LabInstance instance) throws SQLException {
        SQLServerDataSource source = new SQLServerDataSource();
        source.setServerName("localhost");
        source.setPortNumber(port(instance));
        source.setUser(USER);
        source.setPassword(PASSWORD);
        source.setTrustServerCertificate(true);
        return source.getConnection();
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }
}
