package io.jenkins.plugins.pchat.engine.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.check.Finding;
import io.jenkins.plugins.pchat.engine.check.Findings;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.database.BackupDatabase;
import io.jenkins.plugins.pchat.engine.database.ConfigureLogShipping;
import io.jenkins.plugins.pchat.engine.database.RemoveMirroring;
import io.jenkins.plugins.pchat.engine.database.RestoreDatabase;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.server.model.Mirroring;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a failback leaves that was cut somewhere does not block the next one. */
@Timeout(120)
class PreflightAgainTest {

    private PreflightLab lab;

    @BeforeEach
    void start() throws Exception {
        lab = new PreflightLab();
        // as step 1 does it, and until its servers have heard of it
        lab.lab.chat().close();
        lab.pool = Reading.of(Pools.in("FailedOver", List.of()));
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    private Findings unblocked(String when) throws Exception {
        Findings findings = lab.findings();
        assertEquals(List.of(), findings.of(Finding.Result.BLOCK), when);
        return findings;
    }

    private static String evidence(Findings findings, String check) {
        return findings.all().stream()
                .filter(each -> each.id().equals(check))
                .findFirst()
                .orElseThrow()
                .evidence();
    }

    /** The operation loses its connection as soon as it restores. */
    private void cutInTheRestore(SqlRequest request, String step) {
        assertThrows(
                Failure.class,
                () -> lab.operate(request, step, line -> {
                    if (line.strip().startsWith("RESTORE DATABASE")) {
                        lab.lab.faults().arm(Fault.CONNECTION_CUT);
                    }
                }));
        lab.lab.faults().disarm();
    }

    private RestoreDatabase.Request restore(String path) {
        return RestoreDatabase.Request.of(lab.primary, path);
    }

    private ConfigureLogShipping.Request shipping() {
        return new ConfigureLogShipping.Request(
                lab.primary, lab.backup, null, DatabaseServers.SHARE, DatabaseServers.COPY_DIRECTORY, null, null, null);
    }

    @Test
    void whereverTheRunBeforeHasEnded() throws Exception {
        unblocked("the list is cleared");
        lab.operate(new RemoveMirroring.Request(lab.backup, null), "m-1");
        unblocked("mirroring is removed");
        Outcome taken = lab.operate(BackupDatabase.Request.of(lab.backup, DatabaseServers.SHARE), "b-1");
        Findings seen = unblocked("the hand-over backup is taken");
        assertTrue(evidence(seen, "earlier-run").contains(taken.path()), seen.toString());

        cutInTheRestore(restore(taken.path()), "r-1");
        seen = unblocked("the restore was cut");
        assertTrue(evidence(seen, "primary-database").contains("RESTORING"), seen.toString());

        lab.operate(restore(taken.path()), "r-2");
        seen = unblocked("the primary is restored");
        assertTrue(evidence(seen, "earlier-run").contains("the primary was restored from it"), seen.toString());

        cutInTheRestore(shipping(), "s-1");
        seen = unblocked("the initialisation of the secondary was cut");
        assertTrue(evidence(seen, "database-online").startsWith("RESTORING: an earlier run"), seen.toString());

        lab.operate(shipping(), "s-2");
        seen = unblocked("log shipping is configured");
        assertTrue(evidence(seen, "earlier-log-shipping").contains("as an earlier run"), seen.toString());
        lab.pool = Reading.of(Pools.in("FailedOver", Pools.SERVERS));
        unblocked("the servers are active");

        lab.pool = Reading.of(Pools.in("Normal", Pools.SERVERS));
        lab.onPrimary().mirroring(new Mirroring(UUID.randomUUID(), true, "TCP://sqlam:5022", "SQLAM\\RTC", null));
        seen = unblocked("the pool is failed back, and its primary mirrored anew");
        assertEquals("READY WITH WARNINGS", lab.run().state(), lab.log());
        assertTrue(evidence(seen, "pool-failed-over").contains("has been failed back"), seen.toString());
    }
}
