package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.storage.DiskStorage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Two small instances with their Agents, a share and a folder on the secondary. */
final class LogShippingLab implements AutoCloseable {

    static final String SHARE = "\\\\nas\\pchat";
    static final String FOLDER = "D:\\LogShipping";

    final Path root;
    final Journal journal = new Journal();
    final Faults faults = new Faults(journal);
    final SmallInstance primary;
    final SmallInstance secondary;
    final SqlServerAgent primaryAgent;
    final SqlServerAgent secondaryAgent;
    final Msdb primaryMsdb;
    final Msdb secondaryMsdb;

    LogShippingLab(Path root) throws Exception {
        this.root = root;
        DiskStorage storage =
                new DiskStorage(root, faults).share(SHARE).drive("SQLA", 'D').drive("SQLB", 'D');
        primary = instance("SQLA\\RTC", storage);
        secondary = instance("SQLB\\RTC", storage);
        secondary.state = "RESTORING";
        Files.createDirectories(storage.resolve("SQLB", FOLDER));
        primaryAgent = SqlServerAgent.install(primary);
        secondaryAgent = SqlServerAgent.install(secondary);
        primaryAgent.start();
        secondaryAgent.start();
        primaryMsdb = new Msdb(primary);
        secondaryMsdb = new Msdb(secondary);
    }

    private SmallInstance instance(String name, DiskStorage storage) throws SQLException {
        return new SmallInstance(name, storage, faults, journal);
    }

    SmallInstance.Result addPrimary(int overwrite) {
        return primary.call(
                "sp_add_log_shipping_primary_database",
                "@database",
                "mgc",
                "@backup_directory",
                SHARE,
                "@backup_share",
                SHARE,
                "@backup_job_name",
                "LSBackup_mgc",
                "@backup_retention_period",
                4320,
                "@overwrite",
                overwrite);
    }

    SmallInstance.Result addSecondaryPrimary(int overwrite) {
        return secondary.call(
                "sp_add_log_shipping_secondary_primary",
                "@primary_server",
                "SQLA\\RTC",
                "@primary_database",
                "mgc",
                "@backup_source_directory",
                SHARE,
                "@backup_destination_directory",
                FOLDER,
                "@copy_job_name",
                "LSCopy_SQLA\\RTC_mgc",
                "@restore_job_name",
                "LSRestore_SQLA\\RTC_mgc",
                "@file_retention_period",
                4320,
                "@overwrite",
                overwrite);
    }

    SmallInstance.Result addSecondaryDatabase(int overwrite) {
        return secondary.call(
                "sp_add_log_shipping_secondary_database",
                "@secondary_database",
                "mgc",
                "@primary_server",
                "SQLA\\RTC",
                "@primary_database",
                "mgc",
                "@restore_threshold",
                45,
                "@overwrite",
                overwrite);
    }

    void configure() {
        addPrimary(0);
        primary.call(
                "sp_add_log_shipping_primary_secondary",
                "@primary_database",
                "mgc",
                "@secondary_server",
                "SQLB\\RTC",
                "@secondary_database",
                "mgc");
        addSecondaryPrimary(0);
        addSecondaryDatabase(0);
    }

    /** Runs a job and waits for its end; returns the message of its outcome row. */
    String run(SmallInstance on, String job) throws InterruptedException {
        SqlServerAgent agent = on == primary ? primaryAgent : secondaryAgent;
        SmallInstance.Result result = on.msdb("sp_start_job", "@job_name", job);
        if (result.returned() != 0) {
            throw new AssertionError(result.text());
        }
        if (!agent.idle(10)) {
            throw new AssertionError(job + " did not end");
        }
        return new Msdb(on)
                .rows(
                        "SELECT h.message FROM msdb.sysjobhistory h JOIN msdb.sysjobs j ON j.job_id = h.job_id"
                                + " WHERE j.name = ? AND h.step_id = 0 ORDER BY h.instance_id DESC",
                        job)
                .get(0)
                .text("message");
    }

    void backup() throws InterruptedException {
        primary.logEnd++;
        run(primary, "LSBackup_mgc");
    }

    void copy() throws InterruptedException {
        run(secondary, "LSCopy_SQLA\\RTC_mgc");
    }

    String restore() throws InterruptedException {
        return run(secondary, "LSRestore_SQLA\\RTC_mgc");
    }

    /** The names of the files in a folder of this machine, in order. */
    List<String> files(String folder) throws Exception {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() {
        primaryAgent.close();
        secondaryAgent.close();
        primary.close();
        secondary.close();
    }
}
