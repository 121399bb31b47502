package io.jenkins.plugins.pchat.lab.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogShippedTest {

    @TempDir
    Path folder;

    private MgcLab lab;

    @BeforeEach
    void startLab() {
        lab = new MgcLab(folder);
    }

    @AfterEach
    void stopLab() {
        lab.close();
    }

    @Test
    void shipsItsLog() throws Exception {
        assertEquals(List.of(), lab.errors(lab.backup, MgcLab.BACKUP.replace("COPY_ONLY, ", "")));
        lab.write("four");
        lab.backup.backupLog("mgc", "\\\\nas\\pchat\\1.trn", "agent");
        assertEquals(List.of(), lab.errors(lab.primary, MgcLab.RESTORE.replace("RECOVERY", "NORECOVERY")));
        lab.write("five");
        lab.run(
                lab.backup,
                "UPDATE mgc.dbo.tblChatMessage SET body = N'TWO' WHERE body = N'two'; DELETE FROM "
                        + "mgc.dbo.tblChatMessage WHERE id = 1");
        lab.backup.backupLog("mgc", "\\\\nas\\pchat\\2.trn", "agent");
        ServerError gap =
                assertThrows(ServerError.class, () -> lab.primary.restoreLog("mgc", "\\\\nas\\pchat\\2.trn", "agent"));
        assertEquals(4305, gap.number());
        lab.primary.restoreLog("mgc", "\\\\nas\\pchat\\1.trn", "agent");
        lab.primary.restoreLog("mgc", "\\\\nas\\pchat\\2.trn", "agent");
        ServerError old =
                assertThrows(ServerError.class, () -> lab.primary.restoreLog("mgc", "\\\\nas\\pchat\\1.trn", "agent"));
        assertEquals(4326, old.number());
        assertEquals(List.of(), lab.errors(lab.primary, "RESTORE DATABASE mgc WITH RECOVERY"));
        assertEquals(List.of("TWO", "three", "four", "five"), lab.messages(lab.primary));
    }
}
