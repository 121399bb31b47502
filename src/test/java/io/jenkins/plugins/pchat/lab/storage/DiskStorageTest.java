package io.jenkins.plugins.pchat.lab.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.storage.Storage.WindowsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskStorageTest {

    private static final String FILE = "\\\\nas\\pchat\\mgc.bak";

    @TempDir
    Path folder;

    private final Faults faults = new Faults(new Journal());
    private DiskStorage storage;

    @BeforeEach
    void addVolumes() {
        storage = new DiskStorage(folder, faults, 1000, 0)
                .drive("SQLA", 'D')
                .drive("SQLA", 'C')
                .drive("SQLB", 'D')
                .share("\\\\nas\\pchat");
    }

    private static int code(org.junit.jupiter.api.function.Executable what) {
        return assertThrows(WindowsException.class, what).code();
    }

    @Test
    void aDriveIsTheHostsOwnAndAShareIsEverybodys() throws Exception {
        assertNotEquals(storage.resolve("SQLA", "D:\\x"), storage.resolve("SQLB", "D:\\x"));
        assertEquals(storage.resolve("SQLA", FILE), storage.resolve("SQLB", FILE));
        assertEquals("CD", storage.drives("sqla"));
    }

    @Test
    void findsAFileWhateverItsCase() throws Exception {
        Path file = Files.writeString(storage.resolve("SQLA", FILE), "x");
        assertEquals(file, storage.resolve("SQLB", "\\\\NAS\\PChat\\MGC.BAK"));
    }

    @Test
    void saysWhyAPathIsNone() {
        assertEquals(53, code(() -> storage.resolve("SQLA", "\\\\nas\\other\\x")));
        assertEquals(53, code(() -> storage.resolve("SQLA", "\\\\nas")));
        assertEquals(3, code(() -> storage.resolve("SQLA", "E:\\x")));
        assertEquals(123, code(() -> storage.resolve("SQLA", "D:\\a?b")));
        assertEquals(123, code(() -> storage.resolve("SQLA", "D:\\..\\secret")));
        assertEquals(123, code(() -> storage.resolve("SQLA", "relative")));
    }

    @Test
    void isFullAtItsCapacity() throws Exception {
        Files.write(storage.resolve("SQLA", FILE), new byte[600]);
        assertEquals(400, storage.available("SQLB", FILE));
        storage.transfer("SQLA", FILE, 400, true);
        assertEquals(112, code(() -> storage.transfer("SQLA", FILE, 401, true)));
        storage.transfer("SQLA", FILE, 401, false);
    }

    @Test
    void faultsStrikeTheShareAndNotTheDrives() throws Exception {
        faults.arm(Fault.SHARE_FULL);
        assertEquals(112, code(() -> storage.transfer("SQLA", FILE, 1, true)));
        storage.transfer("SQLA", "D:\\x", 1, true);
        faults.arm(Fault.SHARE_GONE);
        assertEquals(53, code(() -> storage.resolve("SQLA", FILE)));
        storage.resolve("SQLA", "D:\\x");
    }

    @Test
    void anInterruptEndsATransfer() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> storage.transfer("SQLA", FILE, 1, true));
    }
}
