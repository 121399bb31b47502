package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.check.Check;
import java.util.ArrayList;
import java.util.List;

/** What must hold of both instances after a failback. */
public final class FailedBackChecks {

    private FailedBackChecks() {}

    /** The checks, in the order of the table. */
    public static List<Check<FailedBack>> all(FailedBack seen) {
        List<Check<FailedBack>> checks = new ArrayList<>();
        checks.addAll(new FailedBackPrimary(seen.asked()).all());
        checks.addAll(new FailedBackSecondary(seen.asked()).all());
        checks.addAll(new FailedBackShipping(seen.asked()).all(seen.cycle()));
        return checks;
    }
}
