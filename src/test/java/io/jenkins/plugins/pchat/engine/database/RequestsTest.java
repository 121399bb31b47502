package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private static final SqlTarget TARGET = SqlTarget.of("sqlb\\RTC");
    private static final String SHARE = "\\\\nas\\pchat";

    private static String refused(Runnable request) {
        return assertThrows(IllegalArgumentException.class, request::run).getMessage();
    }

    private static BackupDatabase.Request backup(int stats, Integer transfer, Integer buffers, String description) {
        return new BackupDatabase.Request(
                TARGET, null, SHARE, true, null, stats, transfer, buffers, description, null, false);
    }

    @Test
    void fillInTheDefaults() {
        BackupDatabase.Request backup = BackupDatabase.Request.of(TARGET, SHARE + "\\");
        assertEquals("mgc", backup.database());
        assertEquals(SHARE, backup.share());
        assertTrue(backup.copyOnly());
        assertEquals(Compression.DEFAULT, backup.compression());
        assertEquals(5, backup.statsPercent());
        assertEquals(
                "mgc", RestoreDatabase.Request.of(TARGET, SHARE + "\\x.bak").database());
        assertEquals(List.of("mgc", "mgccomp"), new RemoveMirroring.Request(TARGET, List.of()).databases());
    }

    @Test
    void refuseWhatIsMissing() {
        assertEquals("instance is missing.", refused(() -> new RemoveMirroring.Request(null, null)));
        assertEquals("share is missing.", refused(() -> BackupDatabase.Request.of(TARGET, " ")));
        assertEquals("backup is missing.", refused(() -> RestoreDatabase.Request.of(TARGET, null)));
        assertTrue(refused(() -> new RemoveMirroring.Request(TARGET, List.of("mgc", "")))
                .contains("empty name"));
    }

    @Test
    void refuseNumbersThatSqlServerWouldNotTake() {
        assertTrue(refused(() -> backup(0, null, null, null)).contains("1 to 100"));
        assertTrue(refused(() -> backup(101, null, null, null)).contains("1 to 100"));
        assertTrue(refused(() -> backup(5, 100000, null, null)).contains("multiple of 65536"));
        assertTrue(refused(() -> backup(5, 8388608, null, null)).contains("4194304"));
        assertTrue(refused(() -> backup(5, null, 0, null)).contains("bufferCount"));
        assertEquals(4194304, backup(100, 4194304, 4096, null).maxTransferSize());
    }

    @Test
    void refuseADescriptionThatWouldNotFit() {
        assertNull(backup(5, null, null, " ").description());
        assertEquals(
                "night of the failback",
                backup(5, null, null, " night of the failback ").description());
        assertTrue(refused(() -> backup(5, null, null, "a\nb")).contains("one line"));
        assertTrue(refused(() -> backup(5, null, null, "x".repeat(101))).contains("100"));
    }

    @Test
    void refuseASourceThatIsNoServerName() {
        assertTrue(refused(() -> new RestoreDatabase.Request(TARGET, null, SHARE + "\\x.bak", "SQLB,1433", 5))
                .contains("@@SERVERNAME"));
        assertNull(new RestoreDatabase.Request(TARGET, null, SHARE + "\\x.bak", "", 5).source());
    }

    @Test
    void canBeKeptOverARestart() throws Exception {
        BackupDatabase.Request request = backup(5, 65536, 10, "x");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(request);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(request, in.readObject());
        }
    }
}
