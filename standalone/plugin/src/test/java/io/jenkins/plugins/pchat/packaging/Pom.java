package io.jenkins.plugins.pchat.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A POM as it is written: its own properties are resolved, what it inherits from a parent elsewhere is not known. */
final class Pom {

    /** A dependency as it is declared; the version is null where a BOM gives it, the scope {@code compile} where none is written. */
    record Dependency(String groupId, String artifactId, String classifier, String version, String scope) {

        /** What makes two declarations the same. */
        String key() {
            return groupId + ":" + artifactId + (classifier == null ? "" : ":" + classifier);
        }
    }

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");

    private final Element project;
    private final Map<String, String> properties = new TreeMap<>();

    private Pom(Element project, Pom parent) {
        this.project = project;
        if (parent != null) {
            properties.putAll(parent.properties);
        }
        path(project, "properties").ifPresent(own -> children(own)
                .forEach(property -> properties.put(
                        property.getNodeName(), property.getTextContent().trim())));
    }

    /**
     * Reads a POM.
     *
     * @param parent whose properties it inherits; null if its parent isn't here
     */
    static Pom read(Path file, Pom parent) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return new Pom(factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement(), parent);
    }

    /** The text at a path of element names, resolved; null where there is none. */
    String text(String... names) {
        return text(project, names);
    }

    /** Every property that is in force, resolved as far as this POM can. */
    Map<String, String> properties() {
        Map<String, String> resolved = new TreeMap<>();
        properties.forEach((name, value) -> resolved.put(name, resolve(value)));
        return resolved;
    }

    /** The dependencies that are declared, in order. */
    List<Dependency> dependencies() {
        return all("dependency", "dependencies").stream()
                .map(declared -> new Dependency(
                        text(declared, "groupId"),
                        text(declared, "artifactId"),
                        text(declared, "classifier"),
                        text(declared, "version"),
                        Optional.ofNullable(text(declared, "scope")).orElse("compile")))
                .toList();
    }

    /** Plugins by {@code groupId:artifactId} at a path; the version is an empty string where none is written. */
    Map<String, String> plugins(String... path) {
        Map<String, String> plugins = new TreeMap<>();
        for (Element plugin : all("plugin", path)) {
            plugins.put(
                    text(plugin, "groupId") + ":" + text(plugin, "artifactId"),
                    Optional.ofNullable(text(plugin, "version")).orElse(""));
        }
        return plugins;
    }

    /** The text below the configuration of a plugin of this build; null where there is none. */
    String configuration(String plugin, String... names) {
        return all("plugin", "build", "plugins").stream()
                .filter(element -> plugin.equals(text(element, "artifactId")))
                .findFirst()
                .flatMap(element -> path(element, "configuration"))
                .map(element -> text(element, names))
                .orElse(null);
    }

    /** The text below the last of the build's resources; null where there is none. */
    String resource(String... names) {
        List<Element> resources = all("resource", "build", "resources");
        return resources.isEmpty() ? null : text(resources.get(resources.size() - 1), names);
    }

    private List<Element> all(String name, String... path) {
        return path(project, path)
                .map(parent -> children(parent).stream()
                        .filter(child -> child.getNodeName().equals(name))
                        .toList())
                .orElse(List.of());
    }

    private String text(Element from, String... names) {
        return path(from, names)
                .map(element -> resolve(element.getTextContent().trim()))
                .orElse(null);
    }

    private String resolve(String raw) {
        Matcher reference = REFERENCE.matcher(raw);
        return reference.replaceAll(found -> {
            String name = found.group(1);
            String value = name.startsWith("project.")
                    ? text(name.substring("project.".length()).split("\\."))
                    : Optional.ofNullable(properties.get(name))
                            .map(this::resolve)
                            .orElse(null);
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }

    private static Optional<Element> path(Element from, String... names) {
        Optional<Element> at = Optional.of(from);
        for (String name : names) {
            at = at.flatMap(element -> children(element).stream()
                    .filter(child -> child.getNodeName().equals(name))
                    .findFirst());
        }
        return at;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
