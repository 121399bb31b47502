package io.jenkins.plugins.pchat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void keepsWhatAPersonWrites() {
        String text = "  Zürich \u4E2D\u6587 \u05E9\u05DC\u05D5\u05DD it\u2019s \uD83D\uDE00 100 % [x] 'y'";
        assertEquals(text, PlainText.line(text));
        assertTrue(PlainText.isPlain(text));
    }

    @Test
    void makesOneLineOfSeveral() {
        assertEquals("a b c d e f", PlainText.line("a\r\n\tb\u2028c\u0085d\u000Be\n\n\nf"));
    }

    @Test
    void showsThatThereWasSomethingElse() {
        assertEquals("?[31mred?[8mha:AA? ?? x", PlainText.line("\u001B[31mred\u001B[8mha:AA\0 \u202E\uD83D x"));
        assertEquals("null", PlainText.line(null));
    }

    @Test
    void shortensWithoutCuttingACharacterInHalf() {
        assertEquals("abcd...", PlainText.line("abcdefgh", 7));
        assertEquals("abc...", PlainText.line("abc\uD83D\uDE00efgh", 7));
        assertEquals("'" + "x".repeat(197) + "...'", PlainText.quoted("x".repeat(1_000_000)));
    }

    @Test
    void aFailureIsTheLinesThatItSaysItIs() {
        Failure failure = Failure.of(Failure.Code.SQL, "no\n[SQL] yes\u001B[8mha:x")
                .showing(List.of("printed\nNext: nothing"))
                .leaving("one\r\ntwo\u2028three")
                .next("look\nState left: fine");
        assertEquals(
                "[SQL] no [SQL] yes?[8mha:x\n  printed Next: nothing\nState left:\n  one\n  two three\n"
                        + "Next: look State left: fine",
                failure.getMessage());
    }

    @Fuzz
    void aLineIsPlainAndNotTooLong(
            @ForAll(supplier = Hostile.class) String text, @ForAll @IntRange(min = 3, max = 300) int most) {
        String line = PlainText.line(text, most);
        assertTrue(PlainText.isPlain(line), line);
        assertTrue(line.length() <= most, line);
        assertEquals(1, ("." + line).lines().count());
        assertFalse(line.contains("\u001B"));
        assertEquals(line, PlainText.line(line, most), "it stays what it is");
        if (PlainText.isPlain(text) && text.length() <= most) {
            assertEquals(text, line);
        }
    }
}
