package io.jenkins.plugins.pchat.packaging;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A step with the views that the jar has for it and for what it extends.
 *
 * @param step the step's class
 * @param jar the plugin's jar
 * @param files what is in it
 */
record StepForm(Class<?> step, Path jar, Set<String> files) {

    private static final Pattern TEXT = Pattern.compile("\\$\\{%(\\w+)");

    /** The folder of the step's own views. */
    String path() {
        return path(step);
    }

    /** The names that a pipeline can give: of the constructor's parameters and of the setters that Stapler may call. */
    Set<String> parameters() {
        Set<String> names = new TreeSet<>();
        for (Constructor<?> constructor : step.getConstructors()) {
            if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
                Arrays.stream(constructor.getParameters())
                        .map(Parameter::getName)
                        .forEach(names::add);
            }
        }
        for (Method method : step.getMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class)) {
                String name = method.getName().substring("set".length());
                names.add(Character.toLowerCase(name.charAt(0)) + name.substring(1));
            }
        }
        return names;
    }

    /** The fields of the form, those of the pages that it includes among them. */
    Set<String> fields() throws IOException, SAXException, ParserConfigurationException {
        Set<String> fields = new TreeSet<>();
        for (String page : pages()) {
            for (Element element : elements(page)) {
                if (element.hasAttribute("field")) {
                    fields.add(element.getAttribute("field"));
                }
            }
        }
        return fields;
    }

    /** The texts that a page names and the bundle beside it hasn't, and those that the bundle has and no page names. */
    Set<String> strayTexts() throws IOException, SAXException, ParserConfigurationException {
        Set<String> stray = new TreeSet<>();
        for (String page : pages()) {
            Set<String> named = new TreeSet<>();
            TEXT.matcher(content(page)).results().forEach(found -> named.add(found.group(1)));
            Properties bundle = new Properties();
            String file = page.replace(".jelly", ".properties");
            if (files.contains(file)) {
                bundle.load(new StringReader(content(file)));
            }
            Set<String> both = new TreeSet<>(bundle.stringPropertyNames());
            both.retainAll(named);
            Stream.concat(named.stream(), bundle.stringPropertyNames().stream())
                    .filter(key -> !both.contains(key))
                    .forEach(key -> stray.add(page + ": " + key));
        }
        return stray;
    }

    /** The pages that don't ask for escaping in their first line. */
    Set<String> unescapedPages() throws IOException, SAXException, ParserConfigurationException {
        Set<String> unescaped = new TreeSet<>();
        for (String page : pages()) {
            if (!content(page).startsWith("<?jelly escape-by-default='true'?>")) {
                unescaped.add(page);
            }
        }
        return unescaped;
    }

    /** The help files that should be there and aren't. */
    List<String> missingHelp() {
        List<String> missing = new ArrayList<>();
        if (!files.contains(path() + "/help.html")) {
            missing.add(path() + "/help.html");
        }
        for (String parameter : parameters()) {
            String file = "/help-" + parameter + ".html";
            if (ancestry().stream().noneMatch(type -> files.contains(path(type) + file))) {
                missing.add(path() + file);
            }
        }
        return missing;
    }

    private Set<String> pages() throws IOException, SAXException, ParserConfigurationException {
        Set<String> pages = new TreeSet<>();
        collect(path() + "/config.jelly", pages);
        return pages;
    }

    private void collect(String page, Set<String> pages)
            throws IOException, SAXException, ParserConfigurationException {
        if (pages.add(page)) {
            for (Element element : elements(page)) {
                if ("include".equals(element.getLocalName())) {
                    collect(included(element), pages);
                }
            }
        }
    }

    private String included(Element include) throws IOException {
        if (!"${descriptor.clazz}".equals(include.getAttribute("class"))) {
            throw new IOException("an include in a form of " + step.getSimpleName() + " isn't of the step's class");
        }
        String page = "/" + include.getAttribute("page");
        return ancestry().stream()
                .map(type -> path(type) + page)
                .filter(files::contains)
                .findFirst()
                .orElseThrow(() -> new IOException("no" + page + " for " + step.getSimpleName()));
    }

    private List<Element> elements(String page) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        NodeList nodes = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(content(page))))
                .getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private String content(String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.getEntry(name) == null) {
                throw new IOException("no " + name + " in " + jar.getFileName());
            }
            return new String(file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<Class<?>> ancestry() {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> type = step; type != null; type = type.getSuperclass()) {
            types.add(type);
        }
        return types;
    }

    private static String path(Class<?> type) {
        return type.getName().replace('.', '/').replace('$', '/');
    }
}
