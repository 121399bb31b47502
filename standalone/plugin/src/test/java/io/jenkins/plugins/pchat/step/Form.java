package io.jenkins.plugins.pchat.step;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** The form of a step or of another described class, read as Jenkins reads it: pages are looked for in the class and then in those that it extends. */
public final class Form {

    private final Class<?> step;
    private final List<Field> fields = new ArrayList<>();

    /**
     * A field.
     *
     * @param title from the page's bundle; null when it isn't there
     * @param control the element inside the entry, {@code f:textbox}
     */
    public record Field(String name, String title, String control, String defaultValue, String value) {

        /** Whether the form asks the descriptor for the value. */
        public boolean isComputed() {
            return !value.isEmpty();
        }
    }

    private Form(Class<?> step) {
        this.step = step;
    }

    public static List<Field> of(Class<?> step) throws Exception {
        Form form = new Form(step);
        form.read("config.jelly");
        return form.fields;
    }

    /** A page of a step, from the nearest class that has it; null if none has. */
    public static String text(Class<?> step, String page) throws IOException {
        for (Class<?> type = step; type != null; type = type.getSuperclass()) {
            try (InputStream file = type.getResourceAsStream(type.getSimpleName() + "/" + page)) {
                if (file != null) {
                    return new String(file.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return null;
    }

    private void read(String page) throws Exception {
        String text = text(step, page);
        if (text == null || !text.startsWith("<?jelly escape-by-default='true'?>")) {
            throw new AssertionError(page + " of " + step + " is missing, or does not escape what it shows");
        }
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        Properties bundle = new Properties();
        String properties = text(step, page.replace(".jelly", ".properties"));
        bundle.load(new StringReader(properties == null ? "" : properties));
        walk(document.getDocumentElement(), bundle);
    }

    private void walk(Element element, Properties bundle) throws Exception {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                switch (child.getTagName()) {
                    case "f:entry" -> fields.add(field(child, bundle));
                    case "st:include" -> read(child.getAttribute("page"));
                    default -> walk(child, bundle);
                }
            }
        }
    }

    private static Field field(Element entry, Properties bundle) {
        String key = entry.getAttribute("title").replaceAll("^\\$\\{%(\\w+)\\}$", "$1");
        Element control = (Element) entry.getElementsByTagName("*").item(0);
        return new Field(
                entry.getAttribute("field"),
                bundle.getProperty(key),
                control.getTagName(),
                control.hasAttribute("default") ? control.getAttribute("default") : null,
                control.getAttribute("value"));
    }
}
