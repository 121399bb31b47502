package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.check.Check;
import java.util.List;
import java.util.stream.Stream;

/** All checks of both servers before the failback. Those that are guards of an operation are the very same guards. */
public final class DatabaseChecks {

    private DatabaseChecks() {}

    /**
     * The checks.
     *
     * @param primary the primary instance as the user named it
     * @param backup the backup instance as the user named it
     */
    public static List<Check<BothServers>> all(String primary, String backup, InspectionScope scope) {
        return Stream.of(
                        each(ServerChecks.of(primary, scope), true),
                        each(ServerChecks.of(backup, scope), false),
                        PairChecks.all(primary),
                        SourceChecks.all(backup, primary),
                        TargetChecks.all(primary),
                        ShippingChecks.all(primary, backup))
                .flatMap(List::stream)
                .toList();
    }

    /** The checks of what was written to try it out. */
    public static List<Check<WriteProbes.Answers>> probes(String primary, String backup) {
        return ProbeChecks.all(primary, backup);
    }

    private static List<Check<BothServers>> each(List<Check<InstanceFacts>> checks, boolean onPrimary) {
        return checks.stream()
                .map(check -> check.<BothServers>on(onPrimary ? BothServers::primary : BothServers::backup))
                .toList();
    }
}
