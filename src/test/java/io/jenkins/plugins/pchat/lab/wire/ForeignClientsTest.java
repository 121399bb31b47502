package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.storage.DiskStorage;
import io.jenkins.plugins.pchat.lab.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that have nothing to do with Java log in and read {@code sys.databases}. */
class ForeignClientsTest {

    private static final String USER = "pchat";
    private static final String PASSWORD = "pa$$ word";
    private static final String QUERY =
            "SELECT name FROM sys.databases WHERE database_id IN (1, DB_ID('mgc')) ORDER BY database_id";

    private static final String SCRIPT = """
            const { Connection, Request } = require('tedious');
            const connection = new Connection({
              server: 'localhost',
              authentication: { type: 'default', options: { userName: process.env.LAB_USER, password: process.env.LAB_PASSWORD } },
              options: {
                port: Number(process.env.LAB_PORT),
                encrypt: process.env.LAB_ENCRYPT === 'strict' ? 'strict' : process.env.LAB_ENCRYPT === 'true',
                serverName: 'localhost',
                trustServerCertificate: false,
                rowCollectionOnRequestCompletion: true,
              },
            });
            const end = error => { if (error) { console.log('FAILED ' + error.message); } connection.close(); };
            connection.connect(error => {
              if (error) { end(error); return; }
              connection.execSql(new Request(process.env.LAB_QUERY, (failure, count, rows) => {
                if (!failure) { console.log('READ ' + rows.map(row => row[0].value).join(',')); }
                end(failure);
              }));
            });
            """;

    /** Shared, so that tedious is installed once. */
    @TempDir
    static Path folder;

    private static LabInstance instance;
    private static LabCertificate certificate;
    private static TdsServer server;

    @BeforeAll
    static void start() throws IOException {
        Journal journal = new Journal();
        Faults faults = new Faults(journal);
        Storage storage = new DiskStorage(folder.resolve("disks"), faults)
                .drive("SQLB", 'C')
                .drive("SQLB", 'D');
        instance = new LabInstance("SQLB\\RTC", "SQLB", "12.0.6024.0", storage, faults, journal);
        instance.addLogin(USER, PASSWORD, true);
        instance.createDatabase("mgc");
        certificate = LabCertificate.create("lab");
        server = new TdsServer(instance, certificate, 0);
        server.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.stop();
        instance.close();
    }

    private ForeignTool.Run tsql(String password, Map<String, String> environment) throws Exception {
        ForeignTool tsql = ForeignTool.onPath("tsql", "Debian package freetds-bin");
        String[] arguments = {"-H", "127.0.0.1", "-p", String.valueOf(server.port()), "-U", USER, "-P", password};
        return tsql.run(folder, environment, QUERY + "\ngo\nexit\n", arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.1", "7.2", "7.3", "7.4"})
    void tsqlReadsTheDatabases(String version) throws Exception {
        ForeignTool.Run run = tsql(PASSWORD, Map.of("TDSVER", version, "LC_ALL", "C.UTF-8"));
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("\nmaster\nmgc\n(2 rows affected)"), run.output());
    }

    @Test
    void tsqlIsToldOfAWrongPassword() throws Exception {
        ForeignTool.Run run = tsql("wrong", Map.of("TDSVER", "7.4"));
        assertTrue(run.output().contains("Msg 18456 (severity 14, state 1) from SQLB\\RTC"), run.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "strict"})
    void tediousReadsTheDatabases(String encrypt) throws Exception {
        ForeignTool node = ForeignTool.onPath("node", "Node.js");
        ForeignLab.install(folder);
        Files.writeString(folder.resolve("read.js"), SCRIPT);
        Map<String, String> environment = Map.ofEntries(
                Map.entry("LAB_PORT", String.valueOf(server.port())),
                Map.entry("LAB_USER", USER),
                Map.entry("LAB_PASSWORD", PASSWORD),
                Map.entry("LAB_QUERY", QUERY),
                Map.entry("LAB_ENCRYPT", encrypt),
                Map.entry(
                        "NODE_EXTRA_CA_CERTS",
                        certificate.writePem(folder, "lab").toString()));
        ForeignTool.Run run = node.run(folder, environment, "", "read.js");
        assertTrue(run.output().contains("READ master,mgc"), run.output());
    }
}
