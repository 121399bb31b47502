package io.jenkins.plugins.pchat.form;

import hudson.Util;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Texts of forms. A list of names is a list in a pipeline, and one name a line in a form. */
public final class Texts {

    private Texts() {}

    /** A text without blanks around it; the default when there is none. */
    public static String text(String value, String otherwise) {
        String trimmed = Util.fixEmptyAndTrim(value);
        return trimmed == null ? otherwise : trimmed;
    }

    /** The names without blanks around them and without empty ones; an element may be a form's text of several lines. */
    public static List<String> names(List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .filter(Objects::nonNull)
                        .flatMap(value -> Arrays.stream(value.split("\\R")))
                        .map(String::trim)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableList());
    }

    /** The names, one a line. */
    public static String lines(List<String> names) {
        return String.join("\n", names);
    }
}
