package io.jenkins.plugins.pchat.lab.server.query;

import io.jenkins.plugins.pchat.lab.server.tsql.Token;

/**
 * The list between SELECT and FROM: puts {@code alias = expression} into the usual order, and knows which items are
 * sql_variant.
 */
final class SelectList {

    private final QueryRewriter out;
    private final boolean outermost;
    private boolean open;
    private boolean atStart;
    private boolean positionsKnown = true;
    private int position;
    private int itemStart;
    private String alias;

    SelectList(QueryRewriter out, boolean outermost) {
        this.out = out;
        this.outermost = outermost;
    }

    boolean open() {
        return open;
    }

    boolean atStart() {
        return atStart;
    }

    /** The first item begins here. */
    void start(int at) {
        open = true;
        atStart = true;
        position = 0;
        itemStart = at;
    }

    /** An item begins; its alias, when it comes first, is taken. */
    int begin(Tokens tokens, int at) {
        atStart = false;
        itemStart = at;
        Token token = tokens.get(at);
        boolean canName = token.isName() || token.kind() == Token.Kind.TEXT;
        if (canName && tokens.get(at + 1).is("=")) {
            alias = token.text();
            itemStart = at + 2;
            return at + 2;
        }
        if (token.is("*") || (tokens.get(at + 1).is(".") && tokens.get(at + 2).is("*"))) {
            positionsKnown = false;
        }
        return at;
    }

    void comma() {
        if (open) {
            finishItem();
            position++;
            atStart = true;
        }
    }

    void end() {
        if (open) {
            finishItem();
            open = false;
        }
    }

    private void finishItem() {
        if (alias != null) {
            out.append("AS");
            out.appendName(alias);
            alias = null;
        }
    }

    /** A function is called; when it is the whole item and gives a sql_variant, the column is one. */
    void function(Name name, Tokens tokens, int start, int close) {
        Token behind = tokens.get(close + 1);
        boolean ends = behind.kind() == Token.Kind.END || behind.isName() || behind.is(",");
        boolean whole = start == itemStart && ends && name.isPlain();
        if (outermost && open && positionsKnown && whole && FunctionRewriter.isVariant(name.function())) {
            out.variantAt(position);
        }
    }
}
