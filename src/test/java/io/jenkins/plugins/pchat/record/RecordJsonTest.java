package io.jenkins.plugins.pchat.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordJsonTest {

    private static final FailbackRecord RECORD = Records.begun()
            .with(Records.dryRun(Procedure.CLEAR, 1))
            .with(Records.clear(60))
            .with(Records.backup(100))
            .with(Records.logShipping(200))
            .with(Records.entry("pchatRestoreDb", 300).failed("[SQL] no\nNext: look", Records.at(301)))
            .with(List.of(
                    Records.yes("Do step 1", 10, 50),
                    new Approval("14", "Do step 3", null, false, Records.at(90), null)))
            .closed("FAILURE", Records.at(400), "the build ended");

    @Test
    void aRecordComesBackAsItWas() {
        assertEquals(RECORD, RecordJson.read(RecordJson.write(RECORD)));
        assertEquals(Records.begun(), RecordJson.read(RecordJson.write(Records.begun())));
    }

    @Test
    void aRecordOfAnotherVersionIsNotGuessedAt() {
        String newer = new JSONObject(RecordJson.write(RECORD)).put("format", 2).toString();

        String said = assertThrows(IllegalArgumentException.class, () -> RecordJson.read(newer))
                .getMessage();
        assertTrue(said.contains("format 2"), said);
    }

    @Test
    void whatIsNoRecordIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> RecordJson.read("{}"));
        assertThrows(IllegalArgumentException.class, () -> RecordJson.read("{\"format\":1"));
        String text = RecordJson.write(RECORD);
        assertThrows(IllegalArgumentException.class, () -> RecordJson.read(text.replace("\"DONE\"", "\"WHATEVER\"")));
        assertThrows(IllegalArgumentException.class, () -> RecordJson.read(text.replace("2026-11-22T", "yesterday")));
    }

    @Test
    void theFileIsTheOldOneOrTheNewOneAndNothingIsLeftBeside(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("pchat-failback.json");
        RecordFile.write(file, "a long first text");
        RecordFile.write(file, "new");

        assertEquals("new", Files.readString(file));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }
}
