package io.jenkins.plugins.pchat.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a failback has left for a person, as the newest verification lists it.
 *
 * @param commands as they are to be copied; each may have several lines
 */
record LeftToDo(String what, String why, List<String> commands) {

    /** By which the verification's details have the list, and each of its entries these. */
    static final String DETAIL = "leftToDo";

    /** A verification that was a dry run has made the list as well. */
    static List<LeftToDo> of(FailbackRecord record) {
        return record.operations().stream()
                .filter(entry -> entry.function().equals(Procedure.VERIFY) && entry.outcome() != null)
                .reduce((first, last) -> last)
                .map(entry -> read(entry.outcome().details().get(DETAIL)))
                .orElse(List.of());
    }

    /** The record may come from a file: what is not as it should be is left out. */
    private static List<LeftToDo> read(Object list) {
        List<LeftToDo> all = new ArrayList<>();
        if (list instanceof List<?> tasks) {
            for (Object task : tasks) {
                if (task instanceof Map<?, ?> values && values.get("commands") instanceof List<?> commands) {
                    all.add(new LeftToDo(
                            String.valueOf(values.get("what")),
                            String.valueOf(values.get("why")),
                            commands.stream().map(String::valueOf).toList()));
                }
            }
        }
        return all;
    }

    /** The section of the page: each with its commands in a fold that opens without a script. */
    static void write(View view, Markup page) {
        List<LeftToDo> all = of(view.record());
        if (all.isEmpty()) {
            return;
        }
        page.open("section", "class", "jenkins-section pchat-section")
                .leaf("h2", Messages.LeftToDo_title(), "class", "jenkins-section__title")
                .open("ol", "class", "pchat-actions");
        for (LeftToDo each : all) {
            page.open("li", "class", "pchat-action")
                    .leaf("span", each.what())
                    .leaf("div", each.why(), "class", "pchat-note")
                    .open("details")
                    .leaf("summary", Messages.LeftToDo_commands())
                    .leaf("pre", String.join("\n", each.commands()), "class", "pchat-statement")
                    .close()
                    .close();
        }
        page.close().close();
    }
}
