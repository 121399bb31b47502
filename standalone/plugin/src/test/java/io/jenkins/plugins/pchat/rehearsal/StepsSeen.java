package io.jenkins.plugins.pchat.rehearsal;

import io.jenkins.plugins.pchat.host.PluginSteps;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Which steps really ran, not only as a dry run, and what they said of themselves; arms the faults at their steps. */
final class StepsSeen implements PluginSteps.Watcher {

    /** A step that came to its end. */
    record Done(String function, boolean changed) {}

    private final Faults faults;
    private final List<FaultAt> waiting;
    private final List<FaultAt> striking = new ArrayList<>();
    private final List<FaultAt> missed = new ArrayList<>();
    private final List<Done> done = new ArrayList<>();
    private String begun;

    StepsSeen(Faults faults, List<FaultAt> planned) {
        this.faults = faults;
        this.waiting = new ArrayList<>(planned);
    }

    @Override
    public void starts(String function, Map<String, Object> arguments) {
        if (!acts(function, arguments)) {
            return;
        }
        begun = function;
        waiting.removeIf(each -> {
            boolean here = each.function().equals(function);
            if (here) {
                each.arm(faults);
                striking.add(each);
            }
            return here;
        });
    }

    @Override
    public void ends(String function, Map<String, Object> arguments, Object result) {
        if (acts(function, arguments)) {
            striking.stream().filter(each -> each.missed(faults)).forEach(missed::add);
            striking.clear();
            done.add(new Done(function, Boolean.TRUE.equals(InvokerHelper.getProperty(result, "changed"))));
        }
    }

    /** One of the seven steps, and not as a dry run: what reads the configuration of Jenkins is none. */
    private static boolean acts(String function, Map<String, Object> arguments) {
        return FaultAt.STEPS.contains(function) && !Boolean.TRUE.equals(arguments.get("dryRun"));
    }

    /** The faults that found nothing to strike in their step. */
    List<FaultAt> missed() {
        return List.copyOf(missed);
    }

    List<Done> done() {
        return List.copyOf(done);
    }

    /** The function of the last step that was begun in earnest; null if none was. */
    String begun() {
        return begun;
    }
}
