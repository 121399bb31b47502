package io.jenkins.plugins.pchat.harness;

import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiException;
import japicmp.model.JApiField;
import japicmp.model.JApiMethod;
import japicmp.model.JApiParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a written class has, and the real one lacks or has in another way. What only the real one has is no difference. */
final class Differences {

    /** Changes that only add something, those of supertypes, which are looked at here, and those that a superclass shows itself. */
    private static final Pattern NONE_OF_ITS_OWN =
            Pattern.compile("METHOD_(ABSTRACT_|DEFAULT_)?ADDED_.*|METHOD_NEW_.*|METHOD_MOVED_TO_SUPERCLASS|"
                    + "(INTERFACE|SUPERCLASS)_.*|.*_IN_SUPERCLASS|METHOD_(NOW|NO_LONGER)_THROWS_.*");

    private final Set<String> found = new TreeSet<>();
    private final String type;
    private final Supertypes real;

    private Differences(JApiClass compared) {
        type = compared.getFullyQualifiedName();
        real = compared.getNewClass().map(Supertypes::new).orElse(null);
    }

    /** The differences of one class, each as a line. */
    static List<String> of(JApiClass compared) {
        Differences differences = new Differences(compared);
        if (compared.getChangeStatus() != JApiChangeStatus.NEW) {
            differences.look(compared);
        }
        return new ArrayList<>(differences.found);
    }

    private void look(JApiClass compared) {
        note("", compared);
        if (real == null) {
            return;
        }
        for (String supertype : new Supertypes(compared.getOldClass().orElseThrow()).names()) {
            if (!real.has(supertype)) {
                found.add(type + " is no " + supertype);
            }
        }
        for (JApiField field : compared.getFields()) {
            note("." + field.getName(), field);
        }
        compared.getConstructors().forEach(this::behavior);
        for (JApiMethod method : compared.getMethods()) {
            boolean inherited = method.getChangeStatus() == JApiChangeStatus.REMOVED
                    && method.getOldMethod().filter(real::has).isPresent();
            if (!inherited) {
                behavior(method);
            }
        }
    }

    private void behavior(JApiBehavior behavior) {
        if (behavior.getChangeStatus() == JApiChangeStatus.NEW) {
            return;
        }
        String name = "." + behavior.getName()
                + behavior.getParameters().stream()
                        .map(JApiParameter::getType)
                        .collect(Collectors.joining(", ", "(", ")"));
        note(name, behavior);
        if (behavior.getChangeStatus() == JApiChangeStatus.REMOVED) {
            return;
        }
        for (JApiException exception : behavior.getExceptions()) {
            if (exception.getChangeStatus() != JApiChangeStatus.UNCHANGED && exception.isCheckedException()) {
                boolean onlyReal = exception.getChangeStatus() == JApiChangeStatus.NEW;
                found.add(type + name + (onlyReal ? " throws " : " does not throw ") + exception.getName());
            }
        }
    }

    private void note(String member, JApiCompatibility compared) {
        for (JApiCompatibilityChange change : compared.getCompatibilityChanges()) {
            JApiCompatibilityChangeType what = change.getType();
            if (!NONE_OF_ITS_OWN.matcher(what.name()).matches()) {
                found.add(type + member + ": " + what);
            }
        }
    }
}
