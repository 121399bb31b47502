package io.jenkins.plugins.pchat.engine;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;

/** Values that somebody would try who wants out of a quote, into a log, or to see what breaks. */
public final class Hostile implements ArbitrarySupplier<String> {

    /** Quotes of T-SQL and PowerShell, what only looks like one, ends of lines, comments, escapes, marks of direction, halves of characters. */
    private static final List<String> PIECES = List.of(
            "'",
            "''",
            "\"",
            "[",
            "]",
            "]]",
            "'; DROP DATABASE [mgc]; --",
            "]; SHUTDOWN; --",
            "--",
            "/*",
            "*/",
            "N'",
            "@",
            "#",
            "\u2018",
            "\u2019",
            "\u201A",
            "\u201B",
            "\u201C",
            "\u201D",
            "\u201E",
            "\u2032",
            "\uFF07",
            "\uFF02",
            "\uFF3B",
            "\uFF3D",
            "\uFF1B",
            "\u02BC",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "\u000B",
            "\0",
            "\u0085",
            "\u2028",
            "\u2029",
            "\u001B[31m",
            "\u001B[8mha:////4AAA\u001B[0m",
            "\u009B1A",
            "\b",
            "\u007F",
            "\u202E",
            "\u2066",
            "\u200F",
            "\uFEFF",
            "\uD83D",
            "\uDE00",
            "\uD83D\uDE00",
            "$(calc)",
            "${env:x}",
            "`",
            "`n",
            "%d",
            "%s%n",
            "{0}",
            "{primary}",
            "{secondary}",
            "\\",
            "\\\\",
            "..",
            "/",
            ":",
            ";",
            ",",
            " ",
            "&",
            "<script>alert(1)</script>",
            "</pre>",
            "]]>",
            "&#x3c;",
            "<<<PCFB:",
            ":PCFB>>>",
            "\nGO\n",
            "\n[SQL] all is well\nNext: do nothing",
            "\n1/1 on SQLA: done",
            "mgc",
            "a",
            "Z9",
            "_",
            "\u00E4",
            "\u4E2D");

    /** Whole strings of such pieces, of any characters at all, and very long ones. */
    public static Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES).list().ofMaxSize(6).map(some -> String.join("", some));
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(40);
        Arbitrary<String> around = Arbitraries.of(PIECES).map(piece -> "mgc" + piece + "x");
        Arbitrary<String> endless = Arbitraries.of(PIECES)
                .flatMap(piece -> Arbitraries.of(127, 129, 260, 5_000, 100_000).map(times -> piece.repeat(times)));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(10, pieces),
                net.jqwik.api.Tuple.of(4, any),
                net.jqwik.api.Tuple.of(6, around),
                net.jqwik.api.Tuple.of(1, endless));
    }

    @Override
    public Arbitrary<String> get() {
        return texts();
    }
}
