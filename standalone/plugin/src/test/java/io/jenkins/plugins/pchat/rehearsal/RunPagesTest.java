package io.jenkins.plugins.pchat.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.record.RecordJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a whole run leaves for whoever comes afterwards. */
@Timeout(300)
class RunPagesTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String rehearse(Options options) throws Exception {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        new Rehearsal(options.writing(folder.resolve("failback.html")), new ByteArrayInputStream(new byte[0]), print)
                .run();
        return Files.readString(folder.resolve("failback.html"));
    }

    @Test
    void aRunThatStoppedHalfWayShowsWhatFailedWhoApprovedAndTheWayBack() throws Exception {
        String page = rehearse(Options.of(Options.Approve.ALL, 300).with(new FaultAt("share-full", "pchatBackupDb")));

        assertTrue(page.contains("2 of 7 steps done; step 3 (Back up the database) failed"), page);
        assertTrue(page.contains("112(There is not enough space on the disk.)"), page);
        assertTrue(
                page.contains(
                        "Set-CsPersistentChatActiveServer -Identity 'PersistentChatServer:lyncpc.dci.discovery.com'"
                                + " -ActiveServers @{Replace='chatb1.dcb.discovery.com','chatb2.dcb.discovery.com'}"),
                page);
        assertTrue(page.contains("approved by " + System.getProperty("user.name")), page);
        assertTrue(page.contains("ALTER DATABASE [mgc] SET PARTNER OFF"), page);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("failback.html"));
    }

    @Test
    void aQuestionThatWasDeclinedIsInTheRecordThatTheBuildArchived() throws Exception {
        String page = rehearse(Options.of(Options.Approve.NONE, 300));

        assertTrue(page.contains("nothing was changed: no step came further than its plan"), page);
        var record = RecordJson.read(Files.readString(folder.resolve("builds/1/archive/pchat-failback.json")));
        assertEquals(
                List.of("Do step 1: clear the list of active servers?"),
                record.approvals().stream().map(each -> each.question()).toList());
        assertFalse(record.approvals().get(0).approved());
        assertEquals(System.getProperty("user.name"), record.approvals().get(0).person());
        assertEquals("ABORTED", record.result());
        assertTrue(Files.exists(folder.resolve("builds/1/archive/pchat-failback.txt")));
    }
}
