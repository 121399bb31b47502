package io.jenkins.plugins.pchat.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.pchat.engine.Trace;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class OperationViewTest {

    @Test
    void anActionThatOnlyWaitsOrLooksHasNoEmptyStatement() throws Exception {
        assertEquals(List.of(), statements(""));
        assertEquals(List.of("BACKUP DATABASE"), statements("BACKUP DATABASE"));
    }

    private static List<String> statements(String ofTheAction) throws Exception {
        Trace.Action action = new Trace.Action("SQLB", "wait", ofTheAction, false, 1L, 2L, false, null);
        Trace trace = new Trace("1", "t", false, List.of(), Map.of(), List.of(action), List.of());
        FailbackRecord record = Records.begun()
                .with(OperationEntry.begin("b", "pchatBackupDb", "n", "a", false, Records.at(1))
                        .saw(trace, Records.at(2)));
        String page = Records.page(record).document().replace("<!DOCTYPE html>", "");
        NodeList blocks = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)))
                .getElementsByTagName("pre");
        return IntStream.range(0, blocks.getLength())
                .mapToObj(blocks::item)
                .filter(block -> "pchat-statement".equals(((Element) block).getAttribute("class")))
                .map(Node::getTextContent)
                .toList();
    }
}
