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

    private static final Set<String> VARIANT = Set.of("SERVERPROPERTY", "DATABASEPROPERTYEX");
    private static final Set<String> WITHOUT_PARENTHESES =
            Set.of("CURRENT_TIMESTAMP", "CURRENT_USER", "SESSION_USER", "SYSTEM_USER", "USER");

    private final QueryRewriter out;

    FunctionRewriter(QueryRewriter out) {
        this.out = out;
    }

    /** Whether a function's result is sql_variant. */
    static boolean isVariant(String function) {
        return VARIANT.contains(function);
    }

    /** Handles a word that is a function without parentheses; false when it is none. */
    boolean word(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (!WITHOUT_PARENTHESES.contains(upper)) {
            return false;
        }
        Scope.Typed value = out.scope().global(upper);
        out.appendValue(value.type(), value.value());
        return true;
    }

    /** Writes a call whose parenthesis opens behind its name; returns the place behind it. */
    int call(Name name, Tokens tokens) throws ServerError {
        int close = tokens.closing(name.end());
        Tokens inside = tokens.between(name.end() + 1, close);
        if (name.function().equals("COUNT")) {
            return count(inside, tokens, close + 1);
        }
        List<Tokens> arguments = inside.split();
        switch (name.function()) {
            case "CAST", "TRY_CAST" -> cast(inside);
            case "CONVERT", "TRY_CONVERT" -> convert(need("CONVERT", arguments, 2, 3));
            case "IIF" -> {
                need("IIF", arguments, 3, 3);
                pieces("CASE WHEN", arguments.get(0), "THEN", arguments.get(1), "ELSE", arguments.get(2), "END");
            }
            case "LEN" -> pieces("CHAR_LENGTH(RTRIM(CAST(", inside, "AS VARCHAR)))");
            case "DATALENGTH" -> pieces("(2 * CHAR_LENGTH(CAST(", inside, "AS VARCHAR)))");
            case "DATEADD" -> dateAdd(need("DATEADD", arguments, 3, 3));
            case "DATEDIFF" -> dateDiff(need("DATEDIFF", arguments, 3, 3));
            case "DATEPART" -> {
                String part = part(need("DATEPART", arguments, 2, 2));
                pieces("CAST(EXTRACT(" + part + " FROM CAST(", arguments.get(1), "AS TIMESTAMP(7))) AS INTEGER)");
            }
            default -> other(name.function(), inside, arguments);
        }
        return close + 1;
    }

    /** COUNT is an int in T-SQL, with a window too. */
    private int count(Tokens inside, Tokens tokens, int behind) throws ServerError {
        pieces("CAST(COUNT(", inside, ")");
        int end = behind;
        if (tokens.get(behind).is("OVER")) {
            end = tokens.closing(behind + 1) + 1;
            pieces("OVER (", tokens.between(behind + 2, end - 1), ")");
        }
        out.append("AS INTEGER)");
        return end;
    }

    private void dateAdd(List<Tokens> arguments) throws ServerError {
        boolean precise = arguments.get(2).has("SYSDATETIME", "SYSUTCDATETIME");
        pieces("CAST(DATEADD(" + part(arguments) + ",", arguments.get(1), ", CAST(");
        pieces(arguments.get(2), "AS TIMESTAMP(7))) AS TIMESTAMP(" + (precise ? 7 : 3) + "))");
    }

    private void dateDiff(List<Tokens> arguments) throws ServerError {
        pieces("CAST(DATEDIFF(" + part(arguments) + ", CAST(", arguments.get(1), "AS TIMESTAMP(7)), CAST(");
        pieces(arguments.get(2), "AS TIMESTAMP(7))) AS INTEGER)");
    }

    private void other(String function, Tokens inside, List<Tokens> arguments) throws ServerError {
        Scope.Typed global = arguments.isEmpty() ? out.scope().global(function) : null;
        if (global != null) {
            out.appendValue(global.type(), global.value());
        } else if (isVariant(function) && arguments.stream().allMatch(FunctionRewriter::isConstant)) {
            Object value = out.scope().variant(function, values(arguments));
            out.appendValue(SqlTypes.columnOf(value), value);
        } else if (Words.isOwnFunction(function)) {
            out.append("\"lab\".\"" + function + "\"(" + out.scope().handle() + (arguments.isEmpty() ? "" : ","));
            pieces(inside, ")");
        } else if (Words.engineFunction(function) != null) {
            pieces(Words.engineFunction(function) + "(", inside, ")");
        } else {
            throw QueryRewriter.notSimulated("the function " + function);
        }
    }

    private void cast(Tokens inside) throws ServerError {
        int as = inside.size() - 1;
        int depth = 0;
        while (as > 0 && !(depth == 0 && inside.get(as).is("AS"))) {
            depth += inside.get(as).is(")") ? 1 : inside.get(as).is("(") ? -1 : 0;
            as--;
        }
        TypeName type = TypeParser.type(inside.between(as + 1, inside.size()).text());
        pieces("CAST(", inside.between(0, as), "AS " + SqlTypes.castType(type) + ")");
    }

    /** Styles matter for dates and binary values that become text; from text to a date the usual forms need none. */
    private void convert(List<Tokens> arguments) throws ServerError {
        TypeName type = TypeParser.type(arguments.get(0).text());
        String as = "AS " + SqlTypes.castType(type) + ")";
        if (arguments.size() < 3 || !type.name().matches("n?(var)?char|sysname")) {
            pieces("CAST(", arguments.get(1), as);
            return;
        }
        String style = arguments.get(2).get(0).text();
        String function = style.equals("1") || style.equals("2") ? "HEX" : "FORMAT_DATE";
        pieces("CAST(\"lab\".\"" + function + "\"(", arguments.get(1), ",", arguments.get(2), ")", as);
    }

    private static String part(List<Tokens> arguments) throws ServerError {
        return DateParts.of(arguments.get(0).get(0).text());
    }

    private static List<Tokens> need(String function, List<Tokens> arguments, int least, int most) throws ServerError {
        if (arguments.size() < least || arguments.size() > most) {
            throw new ServerError(174, 15, "The " + function + " function requires " + least + " argument(s).");
        }
        return arguments;
    }

    private static boolean isConstant(Tokens argument) {
        Token.Kind kind = argument.get(0).kind();
        return argument.size() == 1
                && (kind == Token.Kind.TEXT || kind == Token.Kind.NUMBER || kind == Token.Kind.VARIABLE);
    }

    private List<Object> values(List<Tokens> arguments) throws ServerError {
        List<Object> values = new ArrayList<>();
        for (Tokens argument : arguments) {
            Token token = argument.get(0);
            boolean variable = token.kind() == Token.Kind.VARIABLE;
            values.add(variable ? out.scope().variable(token.text()).value() : token.text());
        }
        return values;
    }

    /** Appends texts as they are and tokens rewritten. */
    private void pieces(Object... pieces) throws ServerError {
        for (Object piece : pieces) {
            if (piece instanceof Tokens tokens) {
                out.rewrite(tokens);
            } else {
                out.append(piece.toString());
            }
        }
    }
}
