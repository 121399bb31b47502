package io.jenkins.plugins.pchat.step;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Lists of names: a list in a pipeline, one name a line in a form. */
final class Texts {

    private Texts() {}

    /** The names without blanks around them and without empty ones; an element may be a form's text of several lines. */
    static List<String> names(List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .filter(Objects::nonNull)
                        .flatMap(value -> Arrays.stream(value.split("\\R")))
                        .map(String::trim)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableList());
    }

    static String lines(List<String> names) {
        return String.join("\n", names);
    }
}
