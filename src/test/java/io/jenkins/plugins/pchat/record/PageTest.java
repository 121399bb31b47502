package io.jenkins.plugins.pchat.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Trace;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PageTest {

    private static final String EVIL = "<script>x</script>\"' onclick=\"x ]]> \u0001 \u001b[0m &amp;";

    private static final FailbackRecord NIGHT = Records.begun()
            .with(Records.dryRun(Procedure.CLEAR, 1))
            .with(Records.clear(60))
            .with(Records.backup(30_000))
            .with(Records.logShipping(30_100))
            .with(List.of(Records.yes("Do step 1", 10, 50), Records.yes("Do step 3", 70, 29_000)));

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
    }

    @Test
    void everythingThatCameFromOutsideIsEscaped() throws Exception {
        Trace.Action action = new Trace.Action(EVIL, EVIL, EVIL, true, 1L, 2L, true, EVIL);
        Trace trace = new Trace(
                EVIL,
                EVIL,
                false,
                List.of(EVIL),
                Map.of("pool", EVIL, "activeServers", List.of(EVIL)),
                List.of(action),
                List.of(EVIL));
        OperationEntry entry = OperationEntry.begin(EVIL, EVIL, EVIL, EVIL, false, Records.at(1))
                .saw(trace, Records.at(2));
        FailbackRecord record = FailbackRecord.begin(EVIL, EVIL, Records.TEN)
                .with(entry.failed(EVIL, Records.at(3)))
                .with(OperationEntry.begin("ok", EVIL, EVIL, EVIL, true, Records.at(4))
                        .ended(
                                new Outcome(false, EVIL, EVIL, Map.of(EVIL, Map.of(EVIL, List.of(EVIL))), List.of()),
                                Records.at(5)))
                .with(new Approval(EVIL, EVIL, EVIL, true, Records.at(1), Records.at(2)));

        for (String html : List.of(
                Records.page(record).document(),
                Records.page(record.closed(EVIL, Records.at(9), EVIL)).body())) {
            Document page = parsed(html);
            assertEquals(0, page.getElementsByTagName("script").getLength());
            assertEquals(0, page.getElementsByTagName("b").getLength());
            assertFalse(
                    Pattern.compile("<[^>]* (on\\w+|style|srcdoc)=")
                            .matcher(html)
                            .find(),
                    html);
        }
    }

    @Test
    void thePageHasNoScriptNoHandlerAndNoStyleOfItsOwn() {
        String body = Records.page(NIGHT).body();

        assertFalse(
                Pattern.compile("<script|<style|javascript:|<[^>]* (on\\w+|style)=")
                        .matcher(body)
                        .find(),
                body);
    }

    @Test
    void theFragmentAndTheFileAreWellFormed() throws Exception {
        assertEquals(
                "div", parsed(Records.page(NIGHT).body()).getDocumentElement().getTagName());
        assertEquals(
                "html",
                parsed(Records.page(NIGHT).document()).getDocumentElement().getTagName());
        assertEquals(
                "div",
                parsed(Records.page(Records.begun()).body())
                        .getDocumentElement()
                        .getTagName());
    }

    @Test
    void theStyleSheetReadsTheSameInsideOfThePage() {
        String document = Records.page(NIGHT).document();
        String style = document.substring(document.indexOf("<style>"), document.indexOf("</style>"));

        assertFalse(style.contains("&"), "an angle bracket or an ampersand in page.css");
    }

    @Test
    void saysHowFarItIs() {
        assertEquals(
                "2 of 7 steps done; step 5 (Configure log shipping) running",
                Records.page(NIGHT).summary());
        assertEquals(
                "looking and planning; nothing was changed yet",
                Records.page(Records.begun()).summary());
        FailbackRecord planned =
                Records.begun().with(Records.dryRun(Procedure.CLEAR, 1)).closed("ABORTED", Records.at(9), "");
        assertEquals(
                "nothing was changed: no step came further than its plan",
                Records.page(planned).summary());
    }

    @Test
    void anUnansweredQuestionIsTheFirstThingOnThePage() {
        FailbackRecord waiting = NIGHT.with(new Approval("9", "Do step 6", null, false, Records.at(31_000), null));

        String body = Records.page(waiting).body();

        assertTrue(body.contains("Waiting for an answer since 11-23 06:36:40: Do step 6"), body);
        assertTrue(Records.page(waiting).summary().endsWith("waiting for an answer"));
        assertFalse(Records.page(waiting.closed("ABORTED", Records.at(32_000), ""))
                .summary()
                .contains("waiting"));
    }

    @Test
    void saysHowLongUsersWereTurnedAway() {
        assertTrue(Records.page(NIGHT).body().contains("<dd>since 22:01:00</dd>"));
        assertTrue(Records.page(NIGHT.closed("ABORTED", Records.at(32_000), ""))
                .body()
                .contains("since 22:01:00, and still when the build ended"));
        OperationEntry state =
                Records.entry(Procedure.STATE, 40_000).ended(new Outcome(true, "Normal", Map.of()), Records.at(40_001));
        assertTrue(Records.page(NIGHT.with(state)).body().contains("22:01:00 to 11-23 09:06:41 (11 h 05 min)"));
    }

    @Test
    void theMessageOfWhatWentWrongIsAtTheTop() {
        OperationEntry failed = Records.entry("pchatRestoreDb", 40_000).failed("[SQL] no", Records.at(40_001));

        assertTrue(Records.page(NIGHT.with(failed))
                .body()
                .startsWith("<div class=\"pchat-record\"><div class=\"jenkins-alert jenkins-alert-danger"));
        String later = Records.page(NIGHT.with(failed).with(Records.entry("pchatRestoreDb", 41_000)))
                .body();
        assertFalse(later.contains("jenkins-alert-danger"), "it was begun again");
    }

    @Test
    void aQuestionThatWasDeclinedIsAtTheTopOnceTheBuildHasEnded() {
        FailbackRecord declined =
                NIGHT.with(new Approval("9", "Do step 6?", "ada", false, Records.at(31_000), Records.at(31_010)));

        assertFalse(Records.page(declined).body().contains("jenkins-alert-warning"));
        assertTrue(Records.page(declined.closed("ABORTED", Records.at(32_000), ""))
                .body()
                .contains("Do step 6? declined by ada, 11-23 06:36:50"));
    }

    @Test
    void aWaitThatIsDrawnShorterIsNamed() {
        assertTrue(Records.page(NIGHT).body().contains("Without work, and drawn shorter than they were:"));
    }

    @Test
    void whatIsLeftForAPersonHasASectionWithItsCommands() {
        String page = Records.page(Records.begun().with(Records.verified(10))).body();

        assertTrue(page.contains("Left to do by a person"), page);
        assertTrue(page.contains("Mirror &lt;it&gt;"), page);
        assertTrue(page.contains("Install-CsMirrorDatabase -Confirm:$false"), page);
        assertFalse(page.contains("a-check"), "the table of checks is in what was read last");
        assertFalse(
                Records.page(Records.begun().with(Records.clear(60))).body().contains("Left to do"), "nothing is left");
    }

    @Test
    void theTableOfChecksScrollsAndIsNoneOfTheSevenSteps() {
        Trace looked = new Trace(
                "run",
                "Check",
                false,
                List.of("two servers"),
                Map.of(),
                List.of(),
                List.of("RESULT CHECK", "ok     a"));
        String page = Records.page(
                        Records.begun().with(Records.entry("pchatPreflight", 1).saw(looked, Records.at(2))))
                .body();

        assertTrue(page.contains("<pre class=\"pchat-state pchat-checks\" tabindex=\"0\">RESULT CHECK"), page);
        assertEquals("Check everything first", Procedure.label("pchatPreflight"));
        assertEquals(0, Procedure.number("pchatPreflight"));
    }
}
