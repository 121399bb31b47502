package io.jenkins.plugins.pchat.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Fuzz;
import io.jenkins.plugins.pchat.engine.Hostile;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Trace;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A record all of whose texts are hostile: on the page, in the ticket, as JSON. */
class HostileRecordTest {

    private static final String HARMLESS = "harmless";

    /** As hostile as others, but of a length that does not change what is shown. */
    @Provide
    Arbitrary<String> texts() {
        return Hostile.texts().map(text -> Bounds.clip(text, 5_000));
    }

    private static FailbackRecord record(String text) {
        Trace.Action action = new Trace.Action(text, text, text, true, 1L, 2L, true, text);
        Trace trace = new Trace(
                "run",
                text,
                false,
                List.of(text),
                Map.of("pool", text, "activeServers", List.of(text, text), "poolState", text),
                List.of(action),
                List.of(text));
        OperationEntry failed = OperationEntry.begin("id", "pchatClearActiveServers", "12", text, false, Records.at(1))
                .saw(trace, Records.at(2))
                .failed(text, Records.at(3));
        OperationEntry done = OperationEntry.begin("ok", text, "13", text, false, Records.at(4))
                .ended(
                        new Outcome(
                                true, text, text, Map.of("k", Map.of("l", List.of(text)), "server", text), List.of()),
                        Records.at(5));
        return FailbackRecord.begin(text, text, Records.TEN)
                .with(failed)
                .with(done)
                .with(new Approval("9", text, text, true, Records.at(1), Records.at(2)));
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
    }

    private static Set<String> shape(Document page) {
        Set<String> shape = new TreeSet<>();
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            shape.add(all.item(i).getNodeName());
            for (int a = 0; a < all.item(i).getAttributes().getLength(); a++) {
                shape.add(all.item(i).getNodeName() + "@"
                        + all.item(i).getAttributes().item(a).getNodeName());
            }
        }
        return shape;
    }

    @Fuzz
    void thePageHasTheElementsAndAttributesOfAHarmlessOne(@ForAll("texts") String text) throws Exception {
        Page page = Records.page(record("x" + text));
        String document = page.document();
        assertEquals(shape(parsed(Records.page(record(HARMLESS)).document())), shape(parsed(document)));
        assertEquals(shape(parsed(Records.page(record(HARMLESS)).body())), shape(parsed(page.body())));
        assertTrue(document.codePoints().allMatch(c -> c == '\n' || c == '\t' || shown(c)), text);
    }

    /** No control character, nothing that turns the direction of what follows. */
    private static boolean shown(int c) {
        return !Character.isISOControl(c)
                && Character.getType(c) != Character.SURROGATE
                && !(c >= 0x202A && c <= 0x202E)
                && !(c >= 0x2066 && c <= 0x2069);
    }

    @Fuzz
    void theTicketHasTheLinesOfAHarmlessOne(@ForAll("texts") String text) {
        String ticket = Records.page(record("x" + text)).ticket();
        assertEquals(
                Records.page(record(HARMLESS)).ticket().lines().count(),
                ticket.lines().count(),
                ticket);
        assertTrue(ticket.codePoints().allMatch(c -> c == '\n' || shown(c)), ticket);
        assertFalse(ticket.contains("\t"));
    }

    @Fuzz
    void theSummaryIsOneLine(@ForAll("texts") String text) {
        String summary = Records.page(record("x" + text)).summary();
        assertEquals(1, summary.lines().count());
        assertTrue(summary.codePoints().allMatch(HostileRecordTest::shown), summary);
    }

    @Fuzz
    void theJsonIsReadBackAndWrittenAlike(@ForAll("texts") String text) {
        String json = RecordJson.write(record(text));
        assertEquals(json, RecordJson.write(RecordJson.read(json)));
        assertTrue(json.codePoints().allMatch(c -> c == '\n' || c >= ' '), json);
        assertTrue(json.length() < 1_000_000, "it is bounded");
    }

    /** What an agent sends is a trace, or is refused. */
    @Fuzz
    void whatAnAgentSendsIsATraceOrRefused(
            @ForAll("texts") String text, @ForAll("places") Tuple.Tuple2<Integer, Integer> cut) {
        String line = TraceJson.write(record(text).operations().get(0).trace());
        assertEquals(1, line.lines().count(), "one trace is one line");
        int from = Math.min(cut.get1(), line.length());
        String changed = line.substring(0, from) + text + line.substring(Math.min(line.length(), from + cut.get2()));
        for (String sent : List.of(line, changed, text)) {
            try {
                TraceJson.read(sent);
            } catch (IllegalArgumentException refused) {
                assertFalse(refused.getMessage().isBlank());
            }
        }
    }

    @Provide
    Arbitrary<Tuple.Tuple2<Integer, Integer>> places() {
        return Arbitraries.integers().between(0, 400).tuple2();
    }
}
