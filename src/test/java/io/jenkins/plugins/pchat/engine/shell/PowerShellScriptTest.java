package io.jenkins.plugins.pchat.engine.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script under a real PowerShell, with a module in the place of SkypeForBusiness that tells what it was given.
 * Skipped where there is no PowerShell.
 */
class PowerShellScriptTest {

    /**
     * {@code Get-CsService} puts out what the setters wrote down; the caller can thus see which types PowerShell bound.
     */
    private static final List<String> MODULE = List.of(
            "$script:seen = New-Object System.Collections.ArrayList",
            "function Get-CsService { [CmdletBinding()] param([switch] $PersistentChatServer)",
            "  Write-Warning 'an old warning'",
            "  [pscustomobject] @{ Identity = \"switch=$PersistentChatServer\"; PoolFqdn = [string][char]0xe4;",
            "    ActiveServers = @('one'); InactiveServers = @(); Version = 7; Other = 'not selected' } }",
            "function Get-CsPool { [CmdletBinding()] param()",
            "  [pscustomobject] @{ Fqdn = 'a'; Computers = [string[]] @('x', 'y') }",
            "  [pscustomobject] @{ Fqdn = 'b'; Computers = $null } }",
            "function Get-CsPersistentChatState { [CmdletBinding()] param()",
            "  [pscustomobject] @{ Identity = ($script:seen -join '|'); PoolState = [System.DayOfWeek]::Monday } }",
            "function Get-CsManagementStoreReplicationStatus { [CmdletBinding()] param()",
            "  [pscustomobject] @{ ReplicaFqdn = 'x'; UpToDate = $true;",
            "    LastUpdateCreation = (New-Object DateTime(2020, 1, 2, 3, 4, 5, [DateTimeKind]::Utc)) } }",
            "function Set-CsPersistentChatActiveServer { [CmdletBinding()] param($Identity, $ActiveServers, $Confirm)",
            "  if ($null -eq $ActiveServers) { [void] $script:seen.Add(\"$Identity null confirm=$Confirm\") }",
            "  else { [void] $script:seen.Add(\"$($ActiveServers.GetType().Name) \" + ($ActiveServers.Replace -join"
                    + " '+')) } }",
            "function Set-CsPersistentChatState { [CmdletBinding()] param($Identity, $PoolState, $Confirm)",
            "  Write-Error -Message 'not here' -ErrorId 'StubId' -Category ObjectNotFound }");

    @TempDir
    private Path directory;

    private Path modules;
    private LocalProcess process;

    @BeforeEach
    void findPowerShell() throws IOException {
        Optional<Path> found = powerShell();
        assumeTrue(
                found.isPresent(), "skipped: there is neither pwsh nor powershell on the PATH to run the script with");
        modules = Files.createDirectory(directory.resolve("modules"));
        process = new LocalProcess(found.get(), directory, Map.of("PSModulePath", modules.toString()));
    }

    private static Optional<Path> powerShell() {
        return Stream.of("powershell.exe", "pwsh.exe", "pwsh")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(entry -> Path.of(entry, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private List<ShellResult> run(Cmdlet... calls) throws Failure, InterruptedException {
        return new PowerShell(process, null, Console.SILENT).run(List.of(calls));
    }

    private void installModule() throws IOException {
        Path module = Files.createDirectory(modules.resolve("SkypeForBusiness"));
        Files.write(module.resolve("SkypeForBusiness.psm1"), MODULE);
    }

    @Test
    void keepsListsListsWhateverTheirLength() throws Exception {
        installModule();
        List<ShellResult> results = run(Cmdlets.persistentChatServers(), Cmdlets.pools());
        assertEquals(
                List.of(Map.of(
                        "Identity", List.of("switch=True"),
                        "PoolFqdn", List.of("\u00e4"),
                        "ActiveServers", List.of("one"),
                        "InactiveServers", List.of(),
                        "Version", List.of("7"))),
                results.get(0).objects());
        assertEquals(List.of("an old warning"), results.get(0).warnings());
        assertEquals(
                List.of(
                        Map.of("Fqdn", List.of("a"), "Computers", List.of("x", "y")),
                        Map.of("Fqdn", List.of("b"), "Computers", List.of())),
                results.get(1).objects());
    }

    @Test
    void passesNullAndListsAsPowerShellHasThem() throws Exception {
        installModule();
        List<ShellResult> results = run(
                Cmdlets.clearActiveServers("it's $(throw 1); `whoami`"),
                Cmdlets.replaceActiveServers("x", List.of("one", "two")),
                Cmdlets.persistentChatStates());
        assertEquals(
                List.of(Map.of(
                        "Identity", List.of("it's $(throw 1); `whoami` null confirm=False|Hashtable one+two"),
                        "PoolState", List.of("Monday"))),
                results.get(2).objects());
    }

    @Test
    void writesTimesInIso8601() throws Exception {
        installModule();
        Map<String, List<String>> status =
                run(Cmdlets.replicationStatus()).get(0).objects().get(0);
        assertEquals(List.of("2020-01-02T03:04:05.0000000Z"), status.get("LastUpdateCreation"));
        assertEquals(List.of("True"), status.get("UpToDate"));
    }

    @Test
    void stopsAtTheFirstErrorEvenOneThatPowerShellWouldPassOver() throws Exception {
        installModule();
        Failure failure = assertThrows(Failure.class, () -> run(Cmdlets.setState("x", "Normal"), Cmdlets.pools()));
        assertEquals(Failure.Code.SHELL, failure.code());
        assertTrue(
                failure.what().contains("not here (StubId,Set-CsPersistentChatState, category ObjectNotFound)"),
                failure.what());
    }

    @Test
    void refusesACmdletThatIsNotInItsList() throws Exception {
        installModule();
        Failure failure = assertThrows(Failure.class, () -> run(new Cmdlet("Get-Process", Map.of(), List.of())));
        assertTrue(failure.what().contains("'Get-Process' is not one of those"), failure.what());
    }

    @Test
    void saysThatTheModuleIsMissing() {
        Failure failure = assertThrows(Failure.class, () -> run(Cmdlets.pools()));
        assertTrue(failure.getMessage().contains("administrative tools"), failure.getMessage());
    }
}
