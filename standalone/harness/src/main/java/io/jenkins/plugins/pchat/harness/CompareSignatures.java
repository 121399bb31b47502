package io.jenkins.plugins.pchat.harness;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.cmp.JarArchiveComparatorOptions.ClassPathMode;
import japicmp.filter.JavaDocLikeClassFilter;
import japicmp.model.AccessModifier;
import japicmp.model.JApiClass;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Compares the signatures that were written by hand with the classes of a real Jenkins: the real ones must have all that the written ones have. */
public final class CompareSignatures {

    /** What tests of the standalone build use and Jenkins doesn't have. */
    private static final String OWN_PACKAGE = "io/jenkins/plugins/standalone/";

    private CompareSignatures() {}

    /**
     * Compares, prints what differs, and fails if anything does.
     *
     * @param arguments the jar with the signatures, a file with the signatures that are known to differ, and folders with real jars
     */
    public static void main(String[] arguments) throws IOException {
        Path written = Path.of(arguments[0]);
        Set<String> known = known(Path.of(arguments[1]));
        List<Path> real = new ArrayList<>();
        for (String folder : List.of(arguments).subList(2, arguments.length)) {
            real.addAll(jars(Path.of(folder)));
        }
        List<JApiClass> classes = compare(written, real);
        Set<String> differences = new TreeSet<>();
        classes.forEach(type -> differences.addAll(Differences.of(type)));
        Set<String> stale = new TreeSet<>(known);
        stale.removeAll(differences);
        differences.removeAll(known);
        differences.forEach(line -> System.out.println("DIFFERS: " + line));
        stale.forEach(line -> System.out.println("NO LONGER DIFFERS: " + line));
        System.out.println("Signatures compared: " + classes.size() + " classes, differences: " + differences.size()
                + ", explained: " + (known.size() - stale.size()));
        if (classes.isEmpty() || !differences.isEmpty() || !stale.isEmpty()) {
            throw new IllegalStateException("jenkins-api is not true to the real classes.");
        }
    }

    private static List<JApiClass> compare(Path written, List<Path> real) throws IOException {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.setAccessModifier(AccessModifier.PROTECTED);
        options.setNoAnnotations(true);
        options.setClassPathMode(ClassPathMode.TWO_SEPARATE_CLASSPATHS);
        options.getOldClassPath().add(written.toString());
        real.forEach(jar -> options.getNewClassPath().add(jar.toString()));
        // What a Jenkins can do without is not in its jars, and no superclass that matters here is among it.
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        for (String name : names(written)) {
            options.getFilters().getIncludes().add(new JavaDocLikeClassFilter(name));
        }
        List<JApiCmpArchive> archives =
                real.stream().map(CompareSignatures::archive).toList();
        return new JarArchiveComparator(options).compare(List.of(archive(written)), archives);
    }

    private static JApiCmpArchive archive(Path jar) {
        return new JApiCmpArchive(jar.toFile(), "");
    }

    /** The classes of a jar, nested ones too, but for those that are meant to be in no Jenkins. */
    private static List<String> names(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.startsWith(OWN_PACKAGE))
                    .filter(name -> !name.endsWith("-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> known(Path file) throws IOException {
        Set<String> known = new TreeSet<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                known.add(line.trim());
            }
        }
        return known;
    }
}
