package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.check.Finding;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/** Two scripted servers after a failback, and what the checks make of them. */
final class FailedBackScene {

    final ScriptedShipping lab = new ScriptedShipping();

    void failBack() throws Exception {
        new Runs().run(lab.operation());
        lab.secondary.server.share.addAll(
                List.of("mgc_failback_20260102_020000.bak", "mgc_failback_20260101_020000.bak", "mgc_1.trn"));
    }

    FailedBackReader reader() {
        return reader(lab.primary.session, lab.secondary.session);
    }

    FailedBackReader reader(SqlSession primary, SqlSession secondary) {
        return new FailedBackReader(lab.request(null), primary, secondary, new OperationId("verify"), seconds -> {});
    }

    static List<Finding> findings(FailedBack seen) {
        return FailedBackChecks.all(seen).stream()
                .map(check -> check.make(seen))
                .toList();
    }

    static Finding found(FailedBackReader reader, String id) throws InterruptedException {
        return findings(reader.read()).stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
