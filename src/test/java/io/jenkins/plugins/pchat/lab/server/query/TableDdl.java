package io.jenkins.plugins.pchat.lab.server.query;

import io.jenkins.plugins.pchat.lab.server.store.SqlTypes;
import io.jenkins.plugins.pchat.lab.server.store.TableEngine;
import io.jenkins.plugins.pchat.lab.server.tsql.Expression;
import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.server.tsql.TypeName;
import io.jenkins.plugins.pchat.lab.server.tsql.TypeParser;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes definitions of tables. */
public final class TableDdl {

    /** Functions that can be a default, which can't have parameters. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "GETDATE",
            "CAST(LOCALTIMESTAMP AS TIMESTAMP(3))",
            "SYSDATETIME",
            "CAST(LOCALTIMESTAMP AS TIMESTAMP(7))",
            "GETUTCDATE",
            "CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(3))",
            "SYSUTCDATETIME",
            "CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(7))",
            "NEWID",
            "RANDOM_UUID()");

    private final QueryRewriter out;

    TableDdl(QueryRewriter out) {
        this.out = out;
    }

    /** CREATE TABLE, of a database or temporary. */
    void createTable(Tokens tokens) throws ServerError {
        Name name = Name.at(tokens, 2);
        Tokens columns = tokens.between(name.end() + 1, tokens.closing(name.end()));
        if (name.last().startsWith("#")) {
            temporaryTable(name.last(), columns);
            return;
        }
        out.append("CREATE TABLE");
        out.appendTable(name.parts());
        out.append("(" + columns(columns) + ")");
    }

    void temporaryTable(String name, Tokens columns) throws ServerError {
        out.append("CREATE LOCAL TEMPORARY TABLE " + TableEngine.quote(name) + " (" + columns(columns)
                + ") TRANSACTIONAL");
    }

    /** The table engine's column definitions of a CREATE TABLE statement. */
    public static String columns(Expression createTable, Scope scope) throws ServerError {
        String sql = QueryRewriter.query(createTable, scope).sql();
        return sql.substring(sql.indexOf('(') + 1, sql.length() - 1);
    }

    private static String columns(Tokens tokens) throws ServerError {
        List<String> definitions = new ArrayList<>();
        for (Tokens definition : tokens.split()) {
            boolean constraint = definition.get(0).isOneOf("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");
            definitions.add(constraint ? rest(definition) : column(definition));
        }
        return String.join(", ", definitions);
    }

    private static String column(Tokens definition) throws ServerError {
        int end = definition.get(2).is("(") ? definition.closing(2) + 1 : 2;
        TypeName name = TypeParser.type(definition.between(1, end).text());
        return TableEngine.quote(definition.get(0).text()) + " " + SqlTypes.engineType(SqlTypes.column("", name))
                + rest(definition.between(end, definition.size()));
    }

    private static String rest(Tokens tokens) throws ServerError {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String upper = token.text().toUpperCase(Locale.ROOT);
            if (token.isOneOf("CLUSTERED", "NONCLUSTERED", "ASC", "DESC", "ROWGUIDCOL")) {
                continue;
            }
            if (token.is("COLLATE")) {
                i++;
            } else if (token.is("CONSTRAINT")
                    && i + 2 < tokens.size()
                    && tokens.get(i + 2).is("DEFAULT")) {
                i++;
            } else if (token.is("WITH") || token.isOneOf("REFERENCES", "FOREIGN")) {
                throw QueryRewriter.notSimulated(upper + " in CREATE TABLE");
            } else if (DEFAULTS.containsKey(upper)
                    && i + 2 < tokens.size()
                    && tokens.get(i + 1).is("(")) {
                text.append(' ').append(DEFAULTS.get(upper));
                i += 2;
            } else if (token.kind() == Token.Kind.TEXT) {
                text.append(" '").append(token.text().replace("'", "''")).append('\'');
            } else if (token.kind() == Token.Kind.NAME || isColumnName(tokens, i)) {
                text.append(' ').append(TableEngine.quote(token.text()));
            } else {
                text.append(' ').append(token.text());
            }
        }
        return text.toString();
    }

    private static boolean isColumnName(Tokens tokens, int at) {
        Token before = at == 0 ? null : tokens.get(at - 1);
        return tokens.get(at).kind() == Token.Kind.WORD
                && !Words.isKeyword(tokens.get(at).text())
                && before != null
                && (before.is("(") || before.is(",") || before.is("CONSTRAINT"));
    }
}
