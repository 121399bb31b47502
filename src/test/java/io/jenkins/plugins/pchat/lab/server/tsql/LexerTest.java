package io.jenkins.plugins.pchat.lab.server.tsql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexerTest {

    private static List<String> texts(String batch) throws ServerError {
        List<Token> tokens = Lexer.tokens(batch);
        return tokens.subList(0, tokens.size() - 1).stream()
                .map(t -> t.kind() + " " + t.text())
                .toList();
    }

    @Test
    void undoublesQuotes() throws ServerError {
        assertEquals(
                List.of("NAME a]b", "NAME a\"b", "TEXT it's", "TEXT it's"),
                texts("[a]]b] \"a\"\"b\" 'it''s' N'it''s'"));
    }

    @Test
    void dropsCommentsThatNest() throws ServerError {
        assertEquals(List.of("WORD SELECT", "NUMBER 1"), texts("/* a /* b */ c */ SELECT -- it's\n1"));
    }

    @Test
    void tellsNumbersFromNamesAndSymbols() throws ServerError {
        assertEquals(
                List.of(
                        "VARIABLE @a",
                        "SYMBOL +=",
                        "NUMBER 1.5e-3",
                        "SYMBOL <=",
                        "BINARY 0aFF",
                        "VARIABLE @@SPID",
                        "WORD #t",
                        "SYMBOL ."),
                texts("@a += 1.5e-3 <= 0x0aFF @@SPID #t ."));
    }

    @Test
    void countsLines() throws ServerError {
        assertEquals(3, Lexer.tokens("/*\n*/'\n' x").get(1).line());
    }

    @Test
    void refusesWhatDoesNotEnd() {
        assertEquals(
                105,
                assertThrows(ServerError.class, () -> Lexer.tokens("'open")).number());
        assertEquals(
                105,
                assertThrows(ServerError.class, () -> Lexer.tokens("[open")).number());
        assertEquals(
                113,
                assertThrows(ServerError.class, () -> Lexer.tokens("/* open")).number());
        assertEquals(
                102,
                assertThrows(ServerError.class, () -> Lexer.tokens("a \u00A7 b"))
                        .number());
    }
}
