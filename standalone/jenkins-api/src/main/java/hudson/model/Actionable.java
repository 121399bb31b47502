package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.ArrayList;
import java.util.List;

/** A model object with actions. */
public abstract class Actionable implements ModelObject {

    private final List<Action> actions = new ArrayList<>();

    public void addAction(@NonNull Action a) {
        actions.add(a);
    }

    public <T extends Action> T getAction(Class<T> type) {
        return actions.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
