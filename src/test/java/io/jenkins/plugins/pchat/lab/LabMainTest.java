package io.jenkins.plugins.pchat.lab;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LabMainTest {

    @Test
    void listensOnAFixedPortUnlessToldOtherwise() {
        assertEquals(14330, LabMain.port(""));
        assertEquals(15000, LabMain.port(" 15000 "));
        assertThrows(IllegalArgumentException.class, () -> LabMain.port("80"));
        assertThrows(IllegalArgumentException.class, () -> LabMain.port("many"));
    }

    @Test
    void tellsAStrangerAllThatIsNeededToConnect() throws Exception {
        try (DataCentres lab = DataCentres.start(LabSettings.of(1))) {
            String text = String.join("\n", LabMain.lines(lab));
            for (String needed : new String[] {
                "port " + lab.servers().primaryPort(),
                "port " + lab.servers().backupPort(),
                "SQL login         pchat",
                lab.password(),
                "lab.pem",
                lab.shellProgram().toString()
            }) {
                assertTrue(text.contains(needed), needed + " in\n" + text);
            }
        }
    }

    @Test
    void closesTheLabEvenIfItsFolderCantBeRemoved() throws Exception {
        DataCentres lab = DataCentres.start(LabSettings.of(1));
        Folders.delete(lab.folder());
        assertDoesNotThrow(lab::close);
    }
}
