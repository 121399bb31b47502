package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.AbortException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that can't be valid is refused when the step starts, before any agent is asked. */
class StepValidationTest {

    static Stream<Arguments> invalid() {
        BackupDbStep compression = new BackupDbStep("sqlb", Steps.SHARE);
        compression.setCompression("zip");
        BackupDbStep encrypt = new BackupDbStep("sqlb", Steps.SHARE);
        encrypt.setEncrypt("maybe");
        BackupDbStep stats = new BackupDbStep("sqlb", Steps.SHARE);
        stats.setStats(0);
        BackupDbStep transfer = new BackupDbStep("sqlb", Steps.SHARE);
        transfer.setMaxTransferSize(65537);
        RestoreDbStep source = new RestoreDbStep("sqla", Steps.SHARE + "\\mgc.bak");
        source.setSource("not a server");
        RestoreDbStep restoreCheck = new RestoreDbStep("sqla", Steps.SHARE + "\\mgc.bak");
        restoreCheck.setCheckDb("full");
        RestoreDbStep trialCheck = new RestoreDbStep("sqla", Steps.SHARE + "\\mgc.bak");
        trialCheck.setTrial(true);
        trialCheck.setCheckDb("some");
        RestoreDbStep trialName = new RestoreDbStep("sqla", Steps.SHARE + "\\mgc.bak");
        trialName.setTrial(true);
        trialName.setDatabase("m".repeat(123));
        ConfigureLogShippingStep onExisting = new ConfigureLogShippingStep("sqla", "sqlb", Steps.SHARE, "D:\\Logs");
        onExisting.setOnExisting("overwrite");
        ConfigureLogShippingStep check = new ConfigureLogShippingStep("sqla", "sqlb", Steps.SHARE, "D:\\Logs");
        check.setCheckDb("some");
        BackupDbStep sessions = new BackupDbStep("sqlb", Steps.SHARE);
        sessions.setSessionTimeoutMinutes(-1);
        BackupDbStep trial = new BackupDbStep("sqlb", Steps.SHARE);
        trial.setTrial(true);
        trial.setDisconnect(true);
        ConfigureLogShippingStep interval = new ConfigureLogShippingStep("sqla", "sqlb", Steps.SHARE, "D:\\Logs");
        interval.setBackupInterval(60);
        SetPoolStateStep state = new SetPoolStateStep();
        state.setPool(Steps.POOL);
        state.setState("Broken");
        ClearActiveServersStep wait = new ClearActiveServersStep(Steps.POOL);
        wait.setReplicationTimeoutMinutes(-1);
        ClearActiveServersStep uri = new ClearActiveServersStep(Steps.POOL);
        uri.setShellUri("http://pool.example.com");
        ClearActiveServersStep account = new ClearActiveServersStep(Steps.POOL);
        account.setCredentialsId("dr");
        VerifyStep verifyShell = Steps.verify();
        verifyShell.setShellCredentialsId("dr");
        PreflightStep preflightShell = Steps.preflight();
        preflightShell.setShellCredentialsId("dr");
        PreflightStep preflightDatabase = Steps.preflight();
        preflightDatabase.setDatabase("master");
        return Stream.of(
                Arguments.of(preflightShell, "shellUri"),
                Arguments.of(preflightDatabase, "system database"),
                Arguments.of(preflight("sqla", "SQLA", Steps.SHARE, "D:\\Logs"), "overwrite its own source"),
                Arguments.of(preflight("sqla", null, Steps.SHARE, "D:\\Logs"), "names no SQL Server instance"),
                Arguments.of(preflight("sqla", "sqlb", "D:\\x", "D:\\Logs"), "is no UNC path"),
                Arguments.of(preflight("sqla", "sqlb", Steps.SHARE, null), "copyDirectory is missing"),
                Arguments.of(
                        new PreflightStep(Steps.POOL, "sqla", "sqlb", Steps.SHARE, "D:\\Logs", List.of()), "server"),
                Arguments.of(new BackupDbStep(null, Steps.SHARE), "names no SQL Server instance"),
                Arguments.of(new BackupDbStep("sqlb;x=y", Steps.SHARE), "names no SQL Server instance"),
                Arguments.of(new BackupDbStep("sqlb", "D:\\backup"), "D:\\backup"),
                Arguments.of(new BackupDbStep("sqlb", null), "share is missing"),
                Arguments.of(compression, "'default', 'on' or 'off'"),
                Arguments.of(encrypt, "'true', 'strict' or 'false'"),
                Arguments.of(stats, "stats"),
                Arguments.of(transfer, "65536"),
                Arguments.of(new RestoreDbStep("sqla", null), "backup is missing"),
                Arguments.of(source, "SELECT @@SERVERNAME"),
                Arguments.of(restoreCheck, "for trials only"),
                Arguments.of(trialCheck, "'none', 'physical' or 'full'"),
                Arguments.of(trialName, "for a trial it can have 122"),
                Arguments.of(
                        new ConfigureLogShippingStep("sqla", "SQLA", Steps.SHARE, "D:\\Logs"), "primary and secondary"),
                Arguments.of(
                        new ConfigureLogShippingStep("sqla", "sqlb", Steps.SHARE, null), "copyDirectory is missing"),
                Arguments.of(check, "'none', 'physical' or 'full'"),
                Arguments.of(sessions, "sessionTimeoutMinutes is -1"),
                Arguments.of(trial, "a trial ends nobody's session"),
                Arguments.of(onExisting, "'fail' or 'replace'"),
                Arguments.of(interval, "1 to 59"),
                Arguments.of(new SetActiveStep(Steps.POOL, List.of()), "server"),
                Arguments.of(new SetActiveStep(Steps.POOL, List.of("chata1")), "chata1"),
                Arguments.of(state, "'Normal'"),
                Arguments.of(new SetPoolStateStep(), "pool or identity"),
                Arguments.of(wait, "-1"),
                Arguments.of(uri, "https://"),
                Arguments.of(account, "shellUri"),
                Arguments.of(verifyShell, "shellUri"),
                Arguments.of(
                        new VerifyStep(Steps.POOL, "sqla", "sqla", Steps.SHARE, "D:\\Logs", List.of("a.example.com")),
                        "primary and secondary"),
                Arguments.of(new VerifyStep(Steps.POOL, "sqla", "sqlb", Steps.SHARE, "D:\\Logs", List.of()), "server"));
    }

    private static PreflightStep preflight(String primary, String backup, String share, String folder) {
        return new PreflightStep(Steps.POOL, primary, backup, share, folder, List.of("chata1.example.com"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void saysWhatIsWrongBeforeAnythingIsContacted(PchatStep step, String about) {
        AbortException refused = assertThrows(AbortException.class, () -> step.start(null));
        assertTrue(refused.getMessage().startsWith("[INVALID] "), refused.getMessage());
        assertTrue(refused.getMessage().contains(about), refused.getMessage());
        assertTrue(refused.getMessage().contains("nothing was contacted"), refused.getMessage());
    }

    @Test
    void acceptsTheSpellingWithABlankThatTheDocumentsHave() {
        SetPoolStateStep step = new SetPoolStateStep();
        step.setIdentity("service: lyncpc.dci.discovery.com");
        assertEquals(
                "Set the state of pool lyncpc.dci.discovery.com to Normal",
                step.request().on(null).title());
    }
}
