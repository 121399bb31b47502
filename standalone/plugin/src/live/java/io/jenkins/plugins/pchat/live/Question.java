package io.jenkins.plugins.pchat.live;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question that a build waits at.
 *
 * @param id under which it is answered
 * @param ok what stands on the button that lets the build go on
 */
record Question(String id, String ok) {

    /** The build has ended and will not ask again. */
    static final Question NONE = new Question("", "");

    private static final Pattern FORM = Pattern.compile("action=\"([^\"/]+)/submit\"");
    private static final Pattern BUTTON =
            Pattern.compile("<button[^>]*name=\"proceed\"[^>]*>(.*?)</button>", Pattern.DOTALL);

    /** Reads the page on which a build asks; null when it asks nothing. */
    static Question read(String page) {
        Matcher form = FORM.matcher(page);
        Matcher button = BUTTON.matcher(page);
        return form.find() && button.find(form.end())
                ? new Question(form.group(1), button.group(1).trim())
                : null;
    }
}
