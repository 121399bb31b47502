package io.jenkins.plugins.pchat.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The POM of the root build: which plugins are there when the tests run is written there, and nowhere else. */
final class RootPom {

    private final Document pom;
    private final XPath xpath = XPathFactory.newInstance().newXPath();

    RootPom(Path file) throws IOException {
        try {
            pom = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile());
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    String text(String path) {
        try {
            return xpath.evaluate(path, pom).trim();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** The plugins that the plugin needs: the dependencies whose version the bill of materials gives. */
    Set<String> required() {
        return plugins("not(scope)");
    }

    /** Those and the ones that only tests need. */
    Set<String> all() {
        return plugins("true()");
    }

    private Set<String> plugins(String which) {
        Set<String> names = new LinkedHashSet<>();
        String path = "/project/dependencies/dependency[not(version)][not(classifier)][" + which + "]/artifactId";
        try {
            NodeList found = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
            for (int i = 0; i < found.getLength(); i++) {
                names.add(found.item(i).getTextContent().trim());
            }
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
        return names;
    }
}
