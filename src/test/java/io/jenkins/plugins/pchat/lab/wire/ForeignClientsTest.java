package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that have nothing to do with Java log in and read {@code sys.databases}. */
class ForeignClientsTest {

    private static final String TEDIOUS = "tedious@19.2.2";
    private static final String QUERY = "SELECT name FROM sys.databases";

    private static final String SCRIPT =
            """
            const { Connection, Request } = require('tedious');
            const connection = new Connection({
              server: 'localhost',
              authentication: { type: 'default', options: { userName: 'sa', password: process.env.LAB_PASSWORD } },
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
              connection.execSql(new Request('SELECT name FROM sys.databases', (failure, count, rows) => {
                if (!failure) { console.log('READ ' + rows.map(row => row[0].value).join(',')); }
                end(failure);
              }));
            });
            """;

    /** Shared, so that tedious is installed once. */
    @TempDir
    static Path folder;

    private final ScriptedBackend backend = new ScriptedBackend();
    private LabCertificate certificate;
    private TdsServer server;

    @BeforeEach
    void start() throws IOException {
        backend.on(QUERY, (session, parameters, reply) -> {
            reply.columns(List.of(Column.nvarchar("name", 128)));
            reply.row(List.of("master"));
            reply.row(List.of("mgc"));
            reply.endOfRows();
        });
        certificate = LabCertificate.create("lab");
        server = new TdsServer(backend, certificate, 0);
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop();
    }

    private ForeignTool.Run tsql(String password, Map<String, String> environment) throws Exception {
        ForeignTool tsql = ForeignTool.onPath("tsql", "Debian package freetds-bin");
        String[] arguments = {
            "-H", "127.0.0.1", "-p", String.valueOf(server.port()), "-U", ScriptedBackend.USER, "-P", password
        };
        return tsql.run(folder, environment, QUERY + "\ngo\nexit\n", arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.1", "7.2", "7.3", "7.4"})
    void tsqlReadsTheDatabases(String version) throws Exception {
        ForeignTool.Run run =
                tsql(ScriptedBackend.PASSWORD, Map.of("TDSVER", version, "LC_ALL", "C.UTF-8"));
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("\nmaster\nmgc\n(2 rows affected)"), run.output());
    }

    @Test
    void tsqlIsToldOfAWrongPassword() throws Exception {
        ForeignTool.Run run = tsql("wrong", Map.of("TDSVER", "7.4"));
        assertTrue(run.output().contains("Msg 18456 (severity 14, state 1) from SQLB\\RTC"), run.output());
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "strict, true"})
    void tediousReadsTheDatabases(String encrypt, boolean encrypted) throws Exception {
        ForeignTool node = ForeignTool.onPath("node", "Node.js");
        install();
        Files.writeString(folder.resolve("read.js"), SCRIPT);
        Map<String, String> environment = Map.of(
                "LAB_PORT", String.valueOf(server.port()),
                "LAB_PASSWORD", ScriptedBackend.PASSWORD,
                "LAB_ENCRYPT", encrypt,
                "NODE_EXTRA_CA_CERTS", certificate.writePem(folder, "lab").toString());
        ForeignTool.Run run = node.run(folder, environment, "", "read.js");
        assertTrue(run.output().contains("READ master,mgc"), run.output());
        assertEquals(encrypted, backend.logins.get(0).encrypted());
    }

    /** Installs tedious, unless an earlier test has; a machine without the npm registry skips, and says so. */
    private static void install() throws Exception {
        Path installed = folder.resolve("node_modules/tedious");
        if (Files.isDirectory(installed)) {
            return;
        }
        ForeignTool npm = ForeignTool.onPath("npm", "Node.js");
        Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
        ForeignTool.Run run = npm.run(
                folder, Map.of(), "", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0", TEDIOUS);
        assumeTrue(
                run.exitCode() == 0 && Files.isDirectory(installed),
                "Skipped: npm could not install " + TEDIOUS + ": " + run.output());
    }
}
