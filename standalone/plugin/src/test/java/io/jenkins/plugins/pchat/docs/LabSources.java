package io.jenkins.plugins.pchat.docs;

import io.jenkins.plugins.pchat.lab.server.tsql.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is known of the lab from its own code. */
final class LabSources {

    private static final Path SOURCES = Markdown.root().resolve("src/test/java/io/jenkins/plugins/pchat/lab");

    private LabSources() {}

    /** The kinds that a sealed type has. */
    static void leaves(Class<?> type, Set<String> found) {
        if (!type.isSealed()) {
            found.add(type.getSimpleName());
            return;
        }
        for (Class<?> part : type.getPermittedSubclasses()) {
            leaves(part, found);
        }
    }

    /** The kind of a statement, and of those within it. */
    static void kinds(Object part, Set<String> found) throws ReflectiveOperationException {
        if (part instanceof List<?> parts) {
            for (Object each : parts) {
                kinds(each, found);
            }
        } else if (part instanceof Statement statement) {
            found.add(statement.getClass().getSimpleName());
            for (var component : statement.getClass().getRecordComponents()) {
                kinds(component.getAccessor().invoke(statement), found);
            }
        }
    }

    /** The lab's own sources by class, without its tests. */
    static Map<String, String> all() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                if (!name.matches("\\w+Test|ScriptedBackend|RawClient|SmallInstance|SmallCall")) {
                    sources.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return sources;
    }
}
