package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.pchat.lab.server.tsql.Lexer;
import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.List;

/** Holds a statement with a hostile value against the same one with a harmless value. */
public final class Quoted {

    /** What stands where the hostile value will. */
    public static final String HARMLESS = "zq0qz";

    private Quoted() {}

    /** The statements differ in the value alone, wherever they have it inside of quotes. */
    public static void assertOnlyDiffers(String value, String harmless, String hostile) {
        List<StrictTokens.Token> wanted = StrictTokens.of(harmless).stream()
                .map(token -> new StrictTokens.Token(token.kind(), token.value().replace(HARMLESS, value)))
                .toList();
        assertEquals(wanted, StrictTokens.of(hostile));
        assertEquals(lab(harmless, value), lab(hostile, value));
    }

    private static List<String> lab(String sql, String value) {
        try {
            return Lexer.tokens(sql).stream()
                    .map(token -> token.kind() + " "
                            + (token.kind() == Token.Kind.TEXT || token.kind() == Token.Kind.NAME
                                    ? token.text().replace(HARMLESS, value)
                                    : token.text()))
                    .toList();
        } catch (ServerError e) {
            throw new AssertionError(sql, e);
        }
    }
}
