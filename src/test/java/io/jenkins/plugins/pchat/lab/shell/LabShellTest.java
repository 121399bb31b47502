package io.jenkins.plugins.pchat.lab.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.pool.ClearActiveServers;
import io.jenkins.plugins.pchat.engine.pool.SetActiveServers;
import io.jenkins.plugins.pchat.engine.pool.SetPoolState;
import io.jenkins.plugins.pchat.engine.shell.LocalProcess;
import io.jenkins.plugins.pchat.engine.shell.PowerShell;
import io.jenkins.plugins.pchat.engine.shell.RemoteShell;
import io.jenkins.plugins.pchat.engine.shell.ShellProcess;
import io.jenkins.plugins.pchat.engine.shell.ShellRequest;
import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine's shell against the lab's program, as processes. */
class LabShellTest {

    private static final String POOL = "lyncpc.dci.discovery.com";
    private static final String ADDRESS = "https://lyncpc.dci.discovery.com/OcsPowershell";

    @TempDir
    private Path directory;

    private final Journal journal = new Journal();
    private final Faults faults = new Faults(journal);
    private final Topology topology = Topology.afterFailover(Topology.LYNC_2013, Duration.ofMillis(300), faults);
    private ShellService service;
    private LocalProcess process;

    @BeforeEach
    void start() throws IOException {
        service = new ShellService(topology, faults, journal, new ShellAccount("DCI\\svc-pchat", "right"));
        process = new LocalProcess(service.install(directory.resolve("shell with a blank")), directory);
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
        topology.close();
    }

    private Outcome run(ShellRequest request, RemoteShell remote) throws Failure, InterruptedException {
        PowerShell shell = new PowerShell(process, remote, Console.SILENT);
        return new OperationRunner(Console.SILENT).run(request.on(shell), false);
    }

    private List<String> writes() {
        return journal.entries(entry -> entry.kind() == Journal.Kind.SHELL_WRITE).stream()
                .map(Journal.Entry::text)
                .toList();
    }

    @Test
    void failsThePoolBack() throws Exception {
        Outcome cleared = run(new ClearActiveServers.Request(POOL, null, 15), null);
        assertTrue(cleared.changed());
        assertFalse(topology.serves("chatb1.dcb.discovery.com"));
        run(new SetActiveServers.Request(POOL, topology.primaryComputers(), null, 15), null);
        run(new SetPoolState.Request(null, "service: " + POOL, "Normal", 15), null);
        assertTrue(topology.serves("chata1.dci.discovery.com"));
        assertEquals("Normal", topology.stateAt("chata1.dci.discovery.com"));
        assertEquals(3, writes().size(), writes().toString());

        assertFalse(run(new ClearActiveServers.Request(POOL, null, 15), null).changed());
        assertFalse(run(new SetActiveServers.Request(POOL, topology.primaryComputers(), null, 15), null)
                .changed());
        assertFalse(
                run(new SetPoolState.Request(POOL, null, "Normal", 15), null).changed());
        assertEquals(3, writes().size(), writes().toString());
    }

    @Test
    void tellsWhatAMissingRightIs() {
        faults.arm(Fault.RBAC_REFUSED);
        Failure failure = assertThrows(Failure.class, () -> run(new ClearActiveServers.Request(POOL, null, 0), null));
        assertEquals(Failure.Code.DENIED, failure.code());
        assertTrue(failure.stateLeft().contains("active servers: chatb1"), failure.stateLeft());
        assertEquals(List.of(), writes());
    }

    @Test
    void findsItsWorkDoneAfterACrash() throws Exception {
        faults.arm(Fault.SHELL_CRASH);
        Failure failure = assertThrows(Failure.class, () -> run(new ClearActiveServers.Request(POOL, null, 0), null));
        assertEquals(Failure.Code.SHELL, failure.code());
        assertTrue(failure.stateLeft().contains("active servers: none"), failure.stateLeft());
        assertFalse(run(new ClearActiveServers.Request(POOL, null, 15), null).changed());
        assertEquals(1, writes().size());
    }

    @Test
    void saysThatTheModuleIsMissing() {
        service.uninstallModule();
        Failure failure = assertThrows(Failure.class, () -> run(new ClearActiveServers.Request(POOL, null, 0), null));
        assertTrue(failure.getMessage().contains("administrative tools"), failure.getMessage());
    }

    @Test
    void opensARemoteShellWithTheRightPasswordOnly() throws Exception {
        assertTrue(
                run(new ClearActiveServers.Request(POOL, null, 0), new RemoteShell(ADDRESS, "DCI\\svc-pchat", "right"))
                        .changed());
        Failure failure = assertThrows(
                Failure.class,
                () -> run(
                        new ClearActiveServers.Request(POOL, null, 0),
                        new RemoteShell(ADDRESS, "DCI\\svc-pchat", "wrong")));
        assertEquals(Failure.Code.DENIED, failure.code());
        assertFalse(failure.getMessage().contains("wrong"), failure.getMessage());
    }

    @Test
    void offersNoSetterInARemoteShellWithoutTheRole() {
        faults.arm(Fault.RBAC_REFUSED);
        Failure failure = assertThrows(
                Failure.class,
                () -> run(new ClearActiveServers.Request(POOL, null, 0), new RemoteShell(ADDRESS, null, null)));
        assertEquals(Failure.Code.DENIED, failure.code());
        assertTrue(failure.getMessage().contains("Get-CsAdminRole"), failure.getMessage());
        assertEquals(List.of(), writes());
    }

    @Test
    void refusesAScriptThatIsNotThePlugins() throws Exception {
        ShellProcess.Result ended = process.run(
                List.of("-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"),
                "Get-Date",
                new byte[0],
                Console.SILENT);
        assertEquals(1, ended.exitCode());
        assertTrue(new String(ended.stderr(), StandardCharsets.UTF_8).contains("can't interpret PowerShell"));
    }

    @Test
    void wantsTheSwitchesThatKeepPowerShellQuiet() throws Exception {
        ShellProcess.Result ended = process.run(List.of("-NoProfile"), "Get-Date", new byte[0], Console.SILENT);
        assertEquals(64, ended.exitCode());
    }
}
