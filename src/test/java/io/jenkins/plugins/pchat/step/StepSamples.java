package io.jenkins.plugins.pchat.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps as a user may fill them in. */
final class StepSamples {

    static final String POOL = "pool.example.com";
    static final String SHARE = "\\\\nas\\pchat";
    static final String ACCOUNT = "an-account";
    static final String OTHER_ACCOUNT = "another-account";

    private StepSamples() {}

    /** With the mandatory values alone, by the call that stands for each in a pipeline. */
    static Map<String, PchatStep> shortest() {
        Map<String, PchatStep> steps = new LinkedHashMap<>();
        steps.put(
                "pchatPreflight backup: 'sqlb\\\\RTC', copyDirectory: 'D:\\\\LogShipping', pool: 'pool.example.com',"
                        + " primary: 'sqla\\\\RTC', servers: ['chata1.example.com'], share: '\\\\\\\\nas\\\\pchat'",
                new PreflightStep(
                        POOL, "sqla\\RTC", "sqlb\\RTC", SHARE, "D:\\LogShipping", List.of("chata1.example.com")));
        steps.put("pchatClearActiveServers 'pool.example.com'", new ClearActiveServersStep(POOL));
        steps.put("pchatRemoveMirroring 'sqlb\\\\RTC'", new RemoveMirroringStep("sqlb\\RTC"));
        steps.put(
                "pchatBackupDb instance: 'sqlb\\\\RTC', share: '\\\\\\\\nas\\\\pchat'",
                new BackupDbStep("sqlb\\RTC", SHARE));
        steps.put(
                "pchatRestoreDb backup: '\\\\\\\\nas\\\\pchat\\\\mgc.bak', instance: 'sqla\\\\RTC'",
                new RestoreDbStep("sqla\\RTC", SHARE + "\\mgc.bak"));
        steps.put(
                "pchatConfigureLogShipping copyDirectory: 'D:\\\\LogShipping', primary: 'sqla\\\\RTC',"
                        + " secondary: 'sqlb\\\\RTC', share: '\\\\\\\\nas\\\\pchat'",
                new ConfigureLogShippingStep("sqla\\RTC", "sqlb\\RTC", SHARE, "D:\\LogShipping"));
        steps.put(
                "pchatSetActive pool: 'pool.example.com', servers: ['chata1.example.com', 'chata2.example.com']",
                new SetActiveStep(POOL, List.of("chata1.example.com", "chata2.example.com")));
        SetPoolStateStep state = new SetPoolStateStep();
        state.setPool(POOL);
        steps.put("pchatSetPoolState pool: 'pool.example.com'", state);
        steps.put(
                "pchatVerify copyDirectory: 'D:\\\\LogShipping', pool: 'pool.example.com', primary: 'sqla\\\\RTC',"
                        + " secondary: 'sqlb\\\\RTC', servers: ['chata1.example.com'], share: '\\\\\\\\nas\\\\pchat'",
                new VerifyStep(
                        POOL, "sqla\\RTC", "sqlb\\RTC", SHARE, "D:\\LogShipping", List.of("chata1.example.com")));
        return steps;
    }

    /** With another value than the default in every field. */
    static List<PchatStep> fullest() {
        ClearActiveServersStep clear = shell(new ClearActiveServersStep(POOL));
        RemoveMirroringStep mirroring = sql(new RemoveMirroringStep("sqlb\\RTC"));
        mirroring.setDatabases(List.of("mgc", "other"));
        SetActiveStep active = shell(new SetActiveStep(POOL, List.of("chata1.example.com", "chata2.example.com")));
        active.setActiveServerIdentity("PersistentChatServer:" + POOL);
        SetPoolStateStep state = shell(new SetPoolStateStep());
        state.setIdentity("PersistentChatServer:" + POOL);
        state.setState("FailedOver");
        return List.of(preflight(), clear, mirroring, backup(), restore(), shipping(), active, state, verify());
    }

    private static PreflightStep preflight() {
        PreflightStep preflight = sql(new PreflightStep(
                POOL,
                "sqla\\RTC",
                "sqlb\\RTC",
                SHARE,
                "D:\\LogShipping",
                List.of("chata1.example.com", "chata2.example.com")));
        preflight.setDatabase("other");
        preflight.setBackupCredentialsId(OTHER_ACCOUNT);
        preflight.setBackupHostNameInCertificate("second.example.com");
        preflight.setShellUri("https://pool.example.com/OcsPowershell");
        preflight.setShellCredentialsId(OTHER_ACCOUNT);
        return preflight;
    }

    private static BackupDbStep backup() {
        BackupDbStep backup = sql(new BackupDbStep("sqlb\\RTC", SHARE));
        backup.setDatabase("other");
        backup.setCopyOnly(false);
        backup.setCompression("on");
        backup.setStats(20);
        backup.setMaxTransferSize(1048576);
        backup.setBufferCount(12);
        backup.setDescription("before the move");
        backup.setSessionTimeoutMinutes(3);
        backup.setDisconnect(true);
        backup.setTrial(true);
        return backup;
    }

    private static RestoreDbStep restore() {
        RestoreDbStep restore = sql(new RestoreDbStep("sqla\\RTC", SHARE + "\\mgc.bak"));
        restore.setDatabase("other");
        restore.setSource("SQLB\\RTC");
        restore.setStats(25);
        restore.setTrial(true);
        restore.setCheckDb("full");
        return restore;
    }

    private static ConfigureLogShippingStep shipping() {
        ConfigureLogShippingStep shipping =
                sql(new ConfigureLogShippingStep("sqla\\RTC", "sqlb\\RTC", SHARE, "D:\\LogShipping"));
        shipping.setDatabase("other");
        shipping.setHandover(SHARE + "\\mgc.bak");
        shipping.setCheckDb("full");
        shipping.setSecondaryCredentialsId(OTHER_ACCOUNT);
        shipping.setSecondaryHostNameInCertificate("second.example.com");
        settings(shipping);
        shipping.setOnExisting("replace");
        return shipping;
    }

    private static VerifyStep verify() {
        VerifyStep verify = sql(new VerifyStep(
                POOL,
                "sqla\\RTC",
                "sqlb\\RTC",
                SHARE,
                "D:\\LogShipping",
                List.of("chata1.example.com", "chata2.example.com")));
        verify.setDatabase("other");
        verify.setSecondaryCredentialsId(OTHER_ACCOUNT);
        verify.setSecondaryHostNameInCertificate("second.example.com");
        verify.setShellUri("https://pool.example.com/OcsPowershell");
        verify.setShellCredentialsId(OTHER_ACCOUNT);
        settings(verify);
        return verify;
    }

    private static void settings(LogShippingStep step) {
        step.setBackupInterval(11);
        step.setBackupRetention(5000);
        step.setBackupThreshold(61);
        step.setCompression("off");
        step.setBackupJobName("backs up");
        step.setCopyInterval(12);
        step.setCopyRetention(5001);
        step.setCopyJobName("copies");
        step.setRestoreInterval(13);
        step.setRestoreThreshold(62);
        step.setRestoreJobName("restores");
        step.setThresholdAlerts(false);
        step.setHistoryRetention(5002);
        step.setJobTimeout(14);
    }

    private static <T extends SqlStep> T sql(T step) {
        step.setEncrypt("strict");
        step.setTrustServerCertificate(true);
        step.setHostNameInCertificate("sql.example.com");
        return common(step);
    }

    private static <T extends ShellStep> T shell(T step) {
        step.setShellUri("https://pool.example.com/OcsPowershell");
        step.setReplicationTimeoutMinutes(7);
        return common(step);
    }

    private static <T extends PchatStep> T common(T step) {
        step.setCredentialsId(ACCOUNT);
        step.setDryRun(true);
        return step;
    }
}
