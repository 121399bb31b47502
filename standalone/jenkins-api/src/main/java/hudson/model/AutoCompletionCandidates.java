package hudson.model;

import java.util.ArrayList;
import java.util.List;

/** What a text field proposes. */
public class AutoCompletionCandidates {

    private final List<String> values = new ArrayList<>();

    public AutoCompletionCandidates add(String v) {
        values.add(v);
        return this;
    }

    public List<String> getValues() {
        return values;
    }
}
