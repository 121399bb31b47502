package io.jenkins.plugins.pchat.lab.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.storage.DiskStorage;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counts that decide whether a rehearsal has passed see what is missing. */
class MessageCountTest {

    @TempDir
    private Path folder;

    private LabInstance one;
    private LabInstance other;
    private final Ledger ledger = new Ledger(1000);

    @BeforeEach
    void fill() {
        one = instance("SQLA");
        other = instance("SQLB");
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void countsTheMessagesThatAreThere() {
        assertEquals(new MessageCount(1000, 1000, 0), MessageCount.on(one, ledger));
    }

    @Test
    void findsAMessageThatIsGone() {
        one.run(Mgc.NAME, "DELETE FROM dbo.tblChat WHERE chatId = 7");
        assertEquals(new MessageCount(1000, 999, 1), MessageCount.on(one, ledger));
    }

    @Test
    void findsAnAcknowledgedMessageThatNeverArrived() throws Exception {
        ledger.acknowledge(ledger.next());
        assertEquals(new MessageCount(1001, 1000, 1), MessageCount.on(one, ledger));
        assertTrue(ledger.awaitCount(1001, Duration.ZERO));
        assertFalse(ledger.awaitCount(1002, Duration.ofMillis(1)));
    }

    @Test
    void comparesRowForRow() {
        Rows rows = Rows.of(one);
        assertEquals(1012, rows.count());
        assertEquals(0, rows.missingIn(Rows.of(other)));
        other.run(Mgc.NAME, "UPDATE dbo.tblChat SET content = N'changed' WHERE chatId = 7");
        other.run(Mgc.NAME, "DELETE FROM dbo.tblRoom WHERE roomId = 1");
        other.run(Mgc.NAME, "INSERT INTO dbo.tblRoom (roomId, name) VALUES (99, N'More is no loss')");
        assertEquals(2, rows.missingIn(Rows.of(other)));
    }

    private LabInstance instance(String host) {
        Journal journal = new Journal();
        Faults faults = new Faults(journal);
        DiskStorage storage = new DiskStorage(folder, faults).drive(host, 'D');
        LabInstance instance = new LabInstance(host, host, "12.0.6024.0", storage, faults, journal);
        instance.createDatabase(Mgc.NAME);
        Mgc.createTables(instance);
        Mgc.fill(instance, 1000);
        return instance;
    }
}
