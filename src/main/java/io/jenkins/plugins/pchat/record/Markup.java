package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.PlainText;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a piece of a page that is well-formed as HTML and as XML. Whatever is given as a text or as an attribute's value is a text: nothing in it is
 * markup, wherever it comes from.
 */
final class Markup {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    /** Elements that HTML knows without an end tag. All others need one, even when they are empty. */
    private static final Set<String> VOID = Set.of("br", "meta", "rect", "line", "path");

    private final StringWriter text = new StringWriter();
    private final Deque<String> open = new ArrayDeque<>();
    private final XMLStreamWriter writer;

    Markup() {
        try {
            writer = FACTORY.createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** @param attributes names and values in turn; those whose value is null are left out */
    Markup open(String element, String... attributes) {
        try {
            if (VOID.contains(element)) {
                writer.writeEmptyElement(element);
            } else {
                writer.writeStartElement(element);
                open.push(element);
            }
            for (int i = 0; i < attributes.length; i += 2) {
                if (attributes[i + 1] != null) {
                    writer.writeAttribute(attributes[i], clean(attributes[i + 1]));
                }
            }
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    Markup text(String content) {
        try {
            writer.writeCharacters(clean(content));
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    Markup close() {
        try {
            open.pop();
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** An element that holds a text and nothing else. */
    Markup leaf(String element, String content, String... attributes) {
        return open(element, attributes).text(content).close();
    }

    /** The end: all that was written. */
    String done() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        try {
            writer.flush();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        return text.toString();
    }

    /** XML has no way at all to hold some characters, not even as references; others would show something else than is there. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> allowed(c) ? c : 0xFFFD).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || PlainText.isPlain(c) && c != 0xFFFE && c != 0xFFFF;
    }

    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException("writing to memory failed", e);
    }
}
