package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Trace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Records for tests: a night on which a pool was failed back. Times are seconds after ten in the evening. */
final class Records {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant TEN = Instant.parse("2026-11-22T21:00:00Z");
    static final String POOL = "lyncpc.dci.discovery.com";
    static final String BACKUP = "\\\\nas\\pchat\\mgc_failback.bak";
    static final List<String> OLD = List.of("chatb1.dcb.discovery.com", "chatb2.dcb.discovery.com");

    private Records() {}

    static Instant at(long seconds) {
        return TEN.plusSeconds(seconds);
    }

    static FailbackRecord begun() {
        return FailbackRecord.begin("failback #7", "Started by user Ada", TEN);
    }

    /** An operation that has begun and told nothing. */
    static OperationEntry entry(String function, long second) {
        return OperationEntry.begin(function + "-" + second, function, "12", "mgmt1", false, at(second));
    }

    static OperationEntry dryRun(String function, long second) {
        return OperationEntry.begin(function + "-dry-" + second, function, "11", "mgmt1", true, at(second))
                .ended(new Outcome(false, "PLANNED", Map.of()), at(second + 1));
    }

    static Approval yes(String question, long asked, long answered) {
        return new Approval("9", question, "ada", true, at(asked), at(answered));
    }

    static Trace.Action action(String where, String statement, Long begun, Long ended) {
        return new Trace.Action(where, "do what " + statement + " says", statement, false, begun, ended, false, null);
    }

    static Trace trace(String run, String title, Map<String, Object> facts, Trace.Action... actions) {
        return new Trace(run, title, false, List.of("what was there"), facts, List.of(actions), List.of());
    }

    static Trace ofPool(String title, List<String> active, Trace.Action... actions) {
        return trace("run", title, Map.of("pool", POOL, "activeServers", active, "poolState", "FailedOver"), actions);
    }

    /** The verification, with two tasks for a person. */
    static OperationEntry verified(long second) {
        return entry(Procedure.VERIFY, second)
                .saw(trace("run", "Verify", Map.of()), at(second))
                .ended(
                        new Outcome(
                                false,
                                "VERIFIED",
                                Map.of(
                                        "checks",
                                        List.of(Map.of("id", "a-check", "result", "ok")),
                                        "leftToDo",
                                        List.of(
                                                task("Mirror <it>", "Install-CsMirrorDatabase -Confirm:$false"),
                                                task("Watch it", "Get-WinEvent")))),
                        at(second + 1));
    }

    private static Map<String, Object> task(String what, String command) {
        return Map.of("what", what, "why", "because", "commands", List.of(command));
    }

    /** Step 1: the list is emptied. */
    static OperationEntry clear(long second) {
        return entry(Procedure.CLEAR, second)
                .saw(ofPool("Clear", OLD, action(POOL, "Set-CsPersistentChatActiveServer", 100L, 900L)), at(second))
                .ended(new Outcome(true, "cleared", Map.of("pool", POOL)), at(second + 1));
    }

    /** Step 3: 100 MB in 10 seconds. */
    static OperationEntry backup(long second) {
        return entry("pchatBackupDb", second)
                .saw(
                        trace(
                                "run",
                                "Back up mgc",
                                Map.of(),
                                action("SQLB\\RTC", "BACKUP DATABASE [mgc]", 0L, 10_000L)),
                        at(second))
                .ended(
                        new Outcome(
                                true,
                                "BACKED_UP",
                                BACKUP,
                                Map.of("server", "SQLB\\RTC", "sizeBytes", 104_857_600L),
                                List.of()),
                        at(second + 11));
    }

    static OperationEntry logShipping(long second) {
        return entry(Procedure.LOG_SHIPPING, second)
                .saw(
                        trace("run", "Configure", Map.of(), action("SQLB\\RTC", "RESTORE DATABASE", 100L, null)),
                        at(second));
    }

    static Page page(FailbackRecord record) {
        return new Page(record, BERLIN, at(36_000));
    }
}
