package io.jenkins.plugins.pchat.record;

import java.util.List;

/** A table of the design library that becomes a list of cards on a narrow screen: each cell says there what its column is. */
final class Table {

    /** A time or a duration is not broken into lines. */
    private static final int SHORT = 32;

    private final Markup page;
    private final List<String> columns;
    private int column;

    Table(Markup page, String... columns) {
        this.page = page;
        this.columns = List.of(columns);
        page.open("table", "class", "jenkins-table pchat-table").open("thead").open("tr");
        this.columns.forEach(name -> page.leaf("th", name, "scope", "col"));
        page.close().close().open("tbody");
    }

    Table row() {
        page.open("tr");
        column = 0;
        return this;
    }

    Table cell(String text) {
        page.open("td", "data-label", columns.get(column++))
                .leaf("div", text, "class", text.length() <= SHORT ? "pchat-cell pchat-cell--short" : "pchat-cell");
        page.close();
        return this;
    }

    /** Opens a cell that the caller fills. */
    Table open() {
        page.open("td", "data-label", columns.get(column++)).open("div", "class", "pchat-cell");
        return this;
    }

    Table close() {
        page.close().close();
        return this;
    }

    void endRow() {
        page.close();
    }

    void end() {
        page.close().close();
    }
}
