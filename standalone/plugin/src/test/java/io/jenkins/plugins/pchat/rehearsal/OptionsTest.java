package io.jenkins.plugins.pchat.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void takesEmptyPropertiesForAbsentOnes() {
        Options options = read(Map.of(
                "approve", "none", "messages", "", "rate", " ", "fault", "", "twice", "", "journal", "", "page", ""));
        assertEquals(
                new Options(
                        Options.Approve.NONE,
                        true,
                        List.of(),
                        Options.DEFAULT_MESSAGES,
                        0,
                        false,
                        false,
                        false,
                        null,
                        null),
                options);
    }

    @Test
    void takesTheWordTrueForYes() {
        Options options = read(Map.of("twice", "true", "named", "true", "disconnect", "true"));
        assertTrue(options.disconnect());
        assertFalse(read(Map.of("twice", "true")).disconnect());
        assertTrue(options.twice());
        assertTrue(options.named());
        assertFalse(read(Map.of("twice", "true")).named());
    }

    @Test
    void answersEverythingWithYesWhereNoTerminalIsAttached() {
        // Maven gives its tests no terminal.
        Options options = read(Map.of());
        assertEquals(Options.Approve.ALL, options.approve());
        assertFalse(options.approveGiven());
    }

    @Test
    void findsAStepByNumberAndByName() {
        assertEquals(
                List.of(new FaultAt("share-full", "pchatBackupDb"), new FaultAt("connection-cut", "pchatRestoreDb")),
                read(Map.of("fault", "share-full@3,connection-cut@pchatRestoreDb"))
                        .faults());
    }

    @Test
    void takesTheNamesOfTheFaultMatrixToo() {
        assertEquals(
                List.of(new FaultAt("answer-lost", "pchatRestoreDb")),
                read(Map.of("fault", "answer-lost@4")).faults());
        assertTrue(refusal(Map.of("fault", "earthquake@3")).contains("deadlock-victim"));
    }

    @Test
    void listsTheFaultsWhenOneIsUnknown() {
        String message = refusal(Map.of("fault", "earthquake@3"));
        assertTrue(
                message.startsWith(
                        "'earthquake' is no fault of the lab. The faults are: connection-cut, server-killed, "),
                message);
    }

    @Test
    void listsTheStepsWhenOneIsUnknown() {
        assertTrue(refusal(Map.of("fault", "share-full@8"))
                .startsWith("'8' is no step; write 1 to 7 or one of pchatClearActiveServers, "));
        assertTrue(refusal(Map.of("fault", "share-full")).contains("write NAME@STEP"));
    }

    @Test
    void refusesWhatIsNoAnswerAndNoNumber() {
        assertEquals("-Dapprove is 'yes'; it can be ask, all or none.", refusal(Map.of("approve", "yes")));
        assertEquals("-Dmessages is 'many'; it can be 0 to 2000000.", refusal(Map.of("messages", "many")));
        assertEquals("-Drate is '-1'; it can be 0 to 100000.", refusal(Map.of("rate", "-1")));
    }

    private static Options read(Map<String, String> properties) {
        return Options.read(properties::get);
    }

    private static String refusal(Map<String, String> properties) {
        return assertThrows(IllegalArgumentException.class, () -> read(properties))
                .getMessage();
    }
}
