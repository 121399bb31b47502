package io.jenkins.plugins.pchat.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class MarkupTest {

    private static final String HOSTILE =
            "<script>alert('x')</script> \" ' & ]]> <!-- \u0000\u0007\u001b[31m \ud800 \ufffe";

    @Test
    void whatIsHostileIsATextAndNothingElse() throws Exception {
        String xml = new Markup().leaf("p", HOSTILE, "title", HOSTILE).done();

        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
        assertEquals(Markup.clean(HOSTILE), root.getTextContent());
        assertEquals(Markup.clean(HOSTILE), root.getAttribute("title"));
        assertEquals(1, root.getChildNodes().getLength());
        assertFalse(xml.contains("<script"), xml);
        assertFalse(xml.contains("]]>"), xml);
    }

    @Test
    void charactersThatXmlCannotHoldAreReplaced() {
        assertEquals("a\ufffdb\ufffd\tc\nd", Markup.clean("a\u0000b\ud83d\tc\nd"));
        assertEquals("\ud83d\ude00", Markup.clean("\ud83d\ude00"));
    }

    @Test
    void anEmptyElementHasAnEndTagUnlessHtmlHasNone() {
        assertEquals("<p></p>", new Markup().leaf("p", "").done());
        assertTrue(
                new Markup().open("svg").open("rect", "x", "1").close().done().startsWith("<svg><rect x=\"1\""));
    }

    @Test
    void whatWasOpenedIsClosed() {
        assertThrows(IllegalStateException.class, () -> new Markup().open("p").done());
    }
}
