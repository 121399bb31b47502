package io.jenkins.plugins.pchat.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.Extension;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.java.sezpoz.Index;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Jenkins looks for in the packed plugin to offer a step: its place in the index, its form, the form's fields and their help. */
class StepFormsIT {

    private static final Set<String> STEPS = Set.of(
            "pchatPreflight",
            "pchatClearActiveServers",
            "pchatRemoveMirroring",
            "pchatBackupDb",
            "pchatRestoreDb",
            "pchatConfigureLogShipping",
            "pchatSetActive",
            "pchatSetPoolState",
            "pchatVerify",
            "pchatPool");

    @TempDir
    private static Path folder;

    private static Path jar;
    private static Set<String> files;

    /** The steps by their name in a pipeline. */
    private static final Map<String, StepForm> FORMS = new TreeMap<>();

    @BeforeAll
    static void opensThePlugin() throws Exception {
        String path = Objects.requireNonNull(System.getProperty("pchat.hpi"), "the build gives the path as pchat.hpi");
        jar = new Hpi(Path.of(path), folder).own();
        files = Hpi.contents(jar);
        for (String name : indexed()) {
            Class<?> type = Class.forName(name);
            if (StepDescriptor.class.isAssignableFrom(type)) {
                var descriptor = (StepDescriptor) type.getConstructor().newInstance();
                FORMS.put(descriptor.getFunctionName(), new StepForm(type.getEnclosingClass(), jar, files));
            }
        }
    }

    @Test
    void everyStepIsInTheIndexOfExtensions() throws Exception {
        assertEquals(STEPS, FORMS.keySet());
        var packed = new TreeSet<String>();
        for (String file : files) {
            if (file.matches("io/jenkins/plugins/pchat/step/\\w+\\.class")) {
                Class<?> type = Class.forName(file.replace(".class", "").replace('/', '.'));
                if (Step.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    packed.add(type.getSimpleName());
                }
            }
        }
        var indexed = new TreeSet<String>();
        FORMS.values().forEach(form -> indexed.add(form.step().getSimpleName()));
        assertEquals(packed, indexed);
    }

    /** Stapler reads the names of a constructor's parameters from this file. */
    @Test
    void everyStepHasTheNamesOfItsParameters() {
        FORMS.forEach((name, form) -> assertTrue(files.contains(form.path() + ".stapler"), name));
    }

    @Test
    void everyStepHasAFormForAllItsParameters() throws Exception {
        for (var entry : FORMS.entrySet()) {
            assertEquals(entry.getValue().parameters(), entry.getValue().fields(), entry.getKey());
        }
    }

    @Test
    void everyStepAndEveryParameterHasHelp() {
        List<String> missing = new ArrayList<>();
        FORMS.forEach((name, form) -> missing.addAll(form.missingHelp()));
        assertEquals(List.of(), missing);
    }

    @Test
    void everyTextOfAFormIsInItsBundle() throws Exception {
        for (StepForm form : FORMS.values()) {
            assertEquals(Set.of(), form.strayTexts());
        }
    }

    @Test
    void everyFormEscapesWhatItShows() throws Exception {
        for (StepForm form : FORMS.values()) {
            assertEquals(Set.of(), form.unescapedPages());
        }
    }

    private static Set<String> indexed() throws Exception {
        var names = new TreeSet<String>();
        try (var own = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Index.load(Extension.class, Object.class, own).forEach(item -> names.add(item.className()));
        }
        return names;
    }
}
