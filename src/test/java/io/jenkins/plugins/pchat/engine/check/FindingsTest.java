package io.jenkins.plugins.pchat.engine.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final Finding GOOD =
            new Finding("versions", "sqla, sqlb", Severity.BLOCK, Finding.Result.OK, "both 12.0", null);
    private static final Finding BAD = new Finding(
            "agent-runs", "sqlb", Severity.BLOCK, Finding.Result.BLOCK, "SQL Server Agent does not run.", "Start it.");
    private static final Finding TOLD =
            new Finding("encryption", "sqla", Severity.INFO, Finding.Result.INFO, "encrypted", null);

    @Test
    void theTableHasALineForEachCheckItsRemedyBelowAndTheSummary() {
        assertEquals(
                List.of(
                        "RESULT CHECK       WHERE       EVIDENCE",
                        "ok     versions    sqla, sqlb  both 12.0",
                        "BLOCK  agent-runs  sqlb        SQL Server Agent does not run.",
                        "                               -> Start it.",
                        "info   encryption  sqla        encrypted",
                        "3 checks: 1 BLOCK, 1 ok, 1 info"),
                new Findings(List.of(GOOD, BAD, TOLD)).table());
    }

    @Test
    void oneBlockIsEnough() {
        assertTrue(new Findings(List.of(GOOD, BAD)).blocked());
        assertFalse(new Findings(List.of(GOOD, TOLD)).blocked());
    }

    @Test
    void aPipelineReadsThemAsMaps() {
        assertEquals(
                List.of(
                        Map.of(
                                "id",
                                "versions",
                                "where",
                                "sqla, sqlb",
                                "severity",
                                "BLOCK",
                                "result",
                                "ok",
                                "evidence",
                                "both 12.0"),
                        Map.of(
                                "id",
                                "agent-runs",
                                "where",
                                "sqlb",
                                "severity",
                                "BLOCK",
                                "result",
                                "BLOCK",
                                "evidence",
                                "SQL Server Agent does not run.",
                                "remedy",
                                "Start it.")),
                new Findings(List.of(GOOD, BAD)).values());
    }

    @Test
    void whatIsTakenIntoAFailureIsShort() {
        List<Finding> many = IntStream.range(0, 8)
                .mapToObj(i -> new Finding(
                        "check-" + i,
                        "SQLA",
                        Severity.BLOCK,
                        Finding.Result.BLOCK,
                        "x".repeat(i == 0 ? 1_000 : 3),
                        null))
                .toList();
        List<String> lines = new Findings(many).inShort(Finding.Result.BLOCK);
        assertEquals(7, lines.size());
        assertEquals("check-0 (SQLA): ".length() + 400, lines.get(0).length());
        assertEquals("check-1 (SQLA): xxx", lines.get(1));
        assertEquals("and 2 more", lines.get(6));
        assertEquals(List.of(), new Findings(many).inShort(Finding.Result.WARN));
    }
}
