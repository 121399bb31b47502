package io.jenkins.plugins.pchat.audit;

import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Trace;
import io.jenkins.plugins.pchat.record.FailbackRecord;
import io.jenkins.plugins.pchat.record.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What operations tell of themselves, and what of it has come into the file. */
final class Traces {

    static final OperationId BACKUP = new OperationId("failback-7-backup");

    private Traces() {}

    /** A run with one action, which has said how far it is. */
    static Trace running(String run, String note) {
        return trace(run, new Trace.Action("SQLB\\RTC", "back up", "BACKUP", false, 5L, null, false, note));
    }

    static Trace done(String run) {
        return trace(run, new Trace.Action("SQLB\\RTC", "back up", "BACKUP", false, 5L, 900L, false, "100 %"));
    }

    private static Trace trace(String run, Trace.Action action) {
        return new Trace(run, "Back up mgc", false, List.of("before"), Map.of(), List.of(action), List.of());
    }

    static OperationRecorder open(TestBuild build, OperationId id) {
        return OperationRecorder.open(build, id, "pchatBackupDb", "12", "mgmt1", false);
    }

    static FailbackRecord inTheFile(Path folder) throws IOException {
        return RecordJson.read(Files.readString(folder.resolve("pchat-failback.json")));
    }
}
