package io.jenkins.plugins.pchat.lab.server.query;

import io.jenkins.plugins.pchat.lab.server.store.SqlTypes;
import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.server.tsql.TypeName;
import io.jenkins.plugins.pchat.lab.server.tsql.TypeParser;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes calls of T-SQL functions. */
final class FunctionRewriter {

    private static final Set<String> VARIANT = Set.of("SERVERPROPERTY", "DATABASEPROPERTYEX", "SESSIONPROPERTY");

    private final QueryRewriter out;

    FunctionRewriter(QueryRewriter out) {
        this.out = out;
    }

    /** Whether a function's result is sql_variant. */
    static boolean isVariant(String name) {
        return VARIANT.contains(name.toUpperCase(Locale.ROOT));
    }

    /** Handles a word that is a function without parentheses; false when it is none. */
    boolean word(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (Set.of("CURRENT_TIMESTAMP", "CURRENT_USER", "SESSION_USER", "SYSTEM_USER", "USER").contains(upper)) {
            Scope.Typed value = out.scope().global(upper);
            out.appendValue(value.type(), value.value());
            return true;
        }
        return false;
    }

    /** Writes a call whose parenthesis opens at a place; returns the place behind it. */
    int call(List<String> name, List<Token> tokens, int open) throws ServerError {
        int close = Level.closing(tokens, open);
        List<List<Token>> arguments = split(tokens.subList(open + 1, close));
        String function = name.get(name.size() - 1).toUpperCase(Locale.ROOT);
        int end = close + 1;
        switch (function) {
            case "COUNT" -> {
                out.append("CAST(COUNT(");
                out.rewrite(tokens.subList(open + 1, close), false);
                out.append(")");
                if (end < tokens.size() && tokens.get(end).is("OVER")) {
                    int window = Level.closing(tokens, end + 1);
                    out.append("OVER (");
                    out.rewrite(tokens.subList(end + 2, window), false);
                    out.append(")");
                    end = window + 1;
                }
                out.append("AS INTEGER)");
            }
            case "CAST", "TRY_CAST" -> cast(tokens.subList(open + 1, close));
            case "CONVERT", "TRY_CONVERT" -> convert(arguments);
            case "IIF" -> {
                need(function, arguments, 3);
                pieces("CASE WHEN", arguments.get(0), "THEN", arguments.get(1), "ELSE", arguments.get(2), "END");
            }
            case "LEN" -> pieces("CHAR_LENGTH(RTRIM(CAST(", arguments.get(0), "AS VARCHAR)))");
            case "DATALENGTH" -> pieces("(2 * CHAR_LENGTH(CAST(", arguments.get(0), "AS VARCHAR)))");
            case "DATEADD" -> {
                need(function, arguments, 3);
                boolean precise = arguments.get(2).stream().anyMatch(t -> t.isOneOf("SYSDATETIME", "SYSUTCDATETIME"));
                pieces("CAST(DATEADD(" + part(arguments) + ",", arguments.get(1), ", CAST(", arguments.get(2),
                        "AS TIMESTAMP(7))) AS TIMESTAMP(" + (precise ? 7 : 3) + "))");
            }
            case "DATEDIFF", "DATEDIFF_BIG" -> {
                need(function, arguments, 3);
                pieces("CAST(DATEDIFF(" + part(arguments) + ", CAST(", arguments.get(1), "AS TIMESTAMP(7)), CAST(", arguments.get(2),
                        "AS TIMESTAMP(7))) AS " + (function.endsWith("BIG") ? "BIGINT" : "INTEGER") + ")");
            }
            case "DATEPART" -> {
                need(function, arguments, 2);
                pieces("CAST(EXTRACT(" + part(arguments) + " FROM CAST(", arguments.get(1), "AS TIMESTAMP(7))) AS INTEGER)");
            }
            default -> other(function, tokens.subList(open + 1, close), arguments);
        }
        return end;
    }

    private void other(String function, List<Token> inside, List<List<Token>> arguments) throws ServerError {
        Scope.Typed global = arguments.isEmpty() ? out.scope().global(function) : null;
        if (global != null) {
            out.appendValue(global.type(), global.value());
        } else if (isVariant(function) && constants(arguments)) {
            Object value = out.scope().variant(function, values(arguments));
            out.appendValue(SqlTypes.columnOf(value), value);
        } else if (Words.isOwnFunction(function)) {
            out.append("\"lab\".\"" + function + "\"(" + out.scope().handle() + (arguments.isEmpty() ? "" : ","));
            out.rewrite(inside, false);
            out.append(")");
        } else if (Words.engineFunction(function) != null) {
            out.append(Words.engineFunction(function) + "(");
            out.rewrite(inside, false);
            out.append(")");
        } else {
            throw new ServerError(195, 10, 15, "'" + function + "' is not a recognized built-in function name in the lab.");
        }
    }

    private void cast(List<Token> inside) throws ServerError {
        int as = inside.size() - 1;
        int depth = 0;
        while (as > 0 && !(depth == 0 && inside.get(as).is("AS"))) {
            depth += inside.get(as).is(")") ? 1 : inside.get(as).is("(") ? -1 : 0;
            as--;
        }
        pieces("CAST(", inside.subList(0, as), "AS " + SqlTypes.castType(type(inside.subList(as + 1, inside.size()))) + ")");
    }

    /** Styles matter for dates and binary values that become text; from text to a date the usual forms need none. */
    private void convert(List<List<Token>> arguments) throws ServerError {
        TypeName type = type(arguments.get(0));
        String engineType = SqlTypes.castType(type);
        boolean text = type.name().matches("n?(var)?char|sysname");
        if (arguments.size() < 3 || !text) {
            pieces("CAST(", arguments.get(1), "AS " + engineType + ")");
            return;
        }
        String style = arguments.get(2).get(0).text();
        boolean binary = style.equals("1") || style.equals("2");
        pieces("CAST(\"lab\".\"" + (binary ? "HEX" : "FORMAT_DATE") + "\"(", arguments.get(1), ",", arguments.get(2), ") AS " + engineType + ")");
    }

    private static TypeName type(List<Token> tokens) throws ServerError {
        StringBuilder text = new StringBuilder();
        tokens.forEach(t -> text.append(t.text()).append(' '));
        return TypeParser.type(text.toString());
    }

    private static String part(List<List<Token>> arguments) throws ServerError {
        String word = arguments.get(0).get(0).text();
        String part = Words.datePart(word);
        if (part == null) {
            throw new ServerError(155, 15, "'" + word + "' is not a recognized date part in the lab.");
        }
        return part;
    }

    private static void need(String function, List<List<Token>> arguments, int count) throws ServerError {
        if (arguments.size() != count) {
            throw new ServerError(174, 15, "The " + function + " function requires " + count + " argument(s).");
        }
    }

    private static boolean constants(List<List<Token>> arguments) {
        return arguments.stream()
                .allMatch(a -> a.size() == 1 && Set.of(Token.Kind.TEXT, Token.Kind.NUMBER, Token.Kind.VARIABLE).contains(a.get(0).kind()));
    }

    private List<Object> values(List<List<Token>> arguments) throws ServerError {
        List<Object> values = new ArrayList<>();
        for (List<Token> argument : arguments) {
            Token token = argument.get(0);
            values.add(token.kind() == Token.Kind.VARIABLE ? out.scope().variable(token.text()).value() : token.text());
        }
        return values;
    }

    /** Appends texts as they are and token lists rewritten. */
    private void pieces(Object... pieces) throws ServerError {
        for (Object piece : pieces) {
            if (piece instanceof String text) {
                out.append(text);
            } else {
                List<Token> tokens = new ArrayList<>();
                ((List<?>) piece).forEach(t -> tokens.add((Token) t));
                out.rewrite(tokens, false);
            }
        }
    }

    /** The arguments between parentheses. */
    static List<List<Token>> split(List<Token> inside) {
        List<List<Token>> arguments = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        int depth = 0;
        for (Token token : inside) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                arguments.add(current);
                current = new ArrayList<>();
            } else {
                current.add(token);
            }
        }
        if (!current.isEmpty()) {
            arguments.add(current);
        }
        return arguments;
    }
}
