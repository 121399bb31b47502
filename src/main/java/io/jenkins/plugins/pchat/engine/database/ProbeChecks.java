package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.check.Check;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.database.WriteProbes.Probe;
import java.util.List;
import java.util.Optional;

/**
 * The checks of what was written to try it out. What was not tried, because nobody asked for it or because its server can't be reached, is told, no more:
 * that a server can't be reached is a finding of its own.
 */
final class ProbeChecks {

    private static final String RIGHTS = "Give the service account of SQL Server on that host the rights to read and"
            + " write there; it is named under engine-account.";

    private ProbeChecks() {}

    static List<Check<WriteProbes.Answers>> all(String primary, String backup) {
        return List.of(
                check("share-writable", primary, Probe.WRITTEN_BY_PRIMARY),
                check("share-writable", backup, Probe.WRITTEN_BY_BACKUP),
                check("share-exchange", primary, Probe.READ_BY_PRIMARY),
                check("share-exchange", backup, Probe.READ_BY_BACKUP),
                check("copy-folder", backup, Probe.COPY_FOLDER));
    }

    private static Check<WriteProbes.Answers> check(String id, String where, Probe probe) {
        return Check.block(
                where,
                new Guard<>(id, answers -> refusal(answers.all().get(probe))),
                answers -> answers.all().containsKey(probe)
                        ? answers.all().get(probe).get()
                        : "not tried");
    }

    private static Optional<Guard.Refusal> refusal(Reading<String> answer) {
        return answer == null || answer.present()
                ? Optional.empty()
                : Optional.of(new Guard.Refusal(
                        answer.failure().what(),
                        answer.failure().nextAction() == null
                                ? RIGHTS
                                : answer.failure().nextAction()));
    }
}
