package io.jenkins.plugins.pchat.lab.server.tsql;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads data types. */
public final class TypeParser {

    private TypeParser() {}

    /** The type that a text of just a type names. */
    public static TypeName type(String text) throws ServerError {
        return type(new Cursor(Lexer.tokens(text)));
    }

    static TypeName type(Cursor cursor) throws ServerError {
        String name = cursor.name();
        if (cursor.accept(".")) {
            name = cursor.name();
        }
        if (name.equalsIgnoreCase("double") && cursor.accept("precision")) {
            name = "float";
        }
        List<Integer> arguments = new ArrayList<>();
        if (cursor.accept("(")) {
            do {
                arguments.add(
                        cursor.accept("max")
                                ? -1
                                : Integer.parseInt(
                                        cursor.expect(Token.Kind.NUMBER).text()));
            } while (cursor.accept(","));
            cursor.expect(")");
        }
        return new TypeName(name.toLowerCase(Locale.ROOT), arguments);
    }
}
