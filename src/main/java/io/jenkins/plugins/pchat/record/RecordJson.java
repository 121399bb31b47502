package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.Outcome;
import java.time.Instant;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONObject;

/** The record of a build as JSON. Times are in UTC; those of a trace are milliseconds since its run began. */
public final class RecordJson {

    /** The layout; a record of another one is not read. */
    private static final long FORMAT = 1;

    /** Far above any build, and far below what would hurt. */
    private static final int MOST = 100_000_000;

    private RecordJson() {}

    /** As text of several lines, for people too. */
    public static String write(FailbackRecord record) {
        return new JSONObject()
                .put("format", FORMAT)
                .put("build", Bounds.clip(record.build(), Bounds.LINE))
                .put("startedBy", Bounds.clip(record.startedBy(), Bounds.LINE))
                .put("started", time(record.started()))
                .put("ended", time(record.ended()))
                .put("result", record.result())
                .put(
                        "operations",
                        array(record.operations().stream().map(RecordJson::json).toList()))
                .put(
                        "approvals",
                        array(record.approvals().stream().map(RecordJson::json).toList()))
                .toString(1);
    }

    /** @throws IllegalArgumentException if it is no record, or one of another version of the plugin */
    public static FailbackRecord read(String json) {
        Fields fields = Fields.parse(json, MOST);
        Long format = fields.numberOrNull("format");
        if (format == null || format != FORMAT) {
            throw new IllegalArgumentException("a record of format " + format + "; this version reads " + FORMAT);
        }
        FailbackRecord record = new FailbackRecord(
                fields.text("build", Bounds.LINE),
                fields.textOrNull("startedBy", Bounds.LINE),
                fields.time("started"),
                fields.timeOrNull("ended"),
                fields.textOrNull("result", Bounds.NAME),
                fields.objects("operations", RecordJson::operation),
                fields.objects("approvals", RecordJson::approval));
        fields.end();
        return record;
    }

    private static JSONObject json(OperationEntry entry) {
        return new JSONObject()
                .put("id", Bounds.clip(entry.id(), Bounds.NAME))
                .put("function", Bounds.clip(entry.function(), Bounds.NAME))
                .put("node", Bounds.clip(entry.node(), Bounds.NAME))
                .put("agent", Bounds.clip(entry.agent(), Bounds.NAME))
                .put("dryRun", entry.dryRun())
                .put("started", time(entry.started()))
                .put("ended", time(entry.ended()))
                .put("status", entry.status().name())
                .put(
                        "attempts",
                        array(entry.attempts().stream().map(RecordJson::json).toList()))
                .put("outcome", entry.outcome() == null ? null : json(entry.outcome()))
                .put("message", Bounds.clip(entry.message(), Bounds.TEXT));
    }

    private static OperationEntry operation(Fields fields) {
        Fields outcome = fields.objectOrNull("outcome");
        OperationEntry entry = new OperationEntry(
                fields.text("id", Bounds.NAME),
                fields.text("function", Bounds.NAME),
                fields.text("node", Bounds.NAME),
                fields.text("agent", Bounds.NAME),
                fields.flag("dryRun"),
                fields.time("started"),
                fields.timeOrNull("ended"),
                fields.word("status", OperationEntry.Status.class),
                fields.objects("attempts", RecordJson::attempt),
                outcome == null ? null : outcome(outcome),
                fields.textOrNull("message", Bounds.TEXT));
        fields.end();
        return entry;
    }

    private static JSONObject json(Attempt attempt) {
        return new JSONObject()
                .put("begun", time(attempt.begun()))
                .put("seen", time(attempt.seen()))
                .put("trace", TraceJson.json(attempt.trace()));
    }

    private static Attempt attempt(Fields fields) {
        Fields trace = fields.objectOrNull("trace");
        if (trace == null) {
            throw new IllegalArgumentException("an attempt without a trace");
        }
        Attempt attempt = new Attempt(fields.time("begun"), fields.time("seen"), TraceJson.trace(trace));
        fields.end();
        return attempt;
    }

    private static JSONObject json(Outcome outcome) {
        return new JSONObject()
                .put("changed", outcome.changed())
                .put("state", Bounds.clip(outcome.state(), Bounds.LINE))
                .put("path", Bounds.clip(outcome.path(), Bounds.LINE))
                .put("details", Values.json(outcome.details()));
    }

    private static Outcome outcome(Fields fields) {
        Outcome outcome = new Outcome(
                fields.flag("changed"),
                fields.textOrNull("state", Bounds.LINE),
                fields.textOrNull("path", Bounds.LINE),
                fields.values("details"),
                List.of());
        fields.end();
        return outcome;
    }

    private static JSONObject json(Approval approval) {
        return new JSONObject()
                .put("node", Bounds.clip(approval.node(), Bounds.NAME))
                .put("question", Bounds.clip(approval.question(), Bounds.LINE))
                .put("person", Bounds.clip(approval.person(), Bounds.NAME))
                .put("approved", approval.approved())
                .put("asked", time(approval.asked()))
                .put("answered", time(approval.answered()));
    }

    private static Approval approval(Fields fields) {
        Approval approval = new Approval(
                fields.text("node", Bounds.NAME),
                fields.text("question", Bounds.LINE),
                fields.textOrNull("person", Bounds.NAME),
                fields.flag("approved"),
                fields.time("asked"),
                fields.timeOrNull("answered"));
        fields.end();
        return approval;
    }

    private static String time(Instant time) {
        return time == null ? null : time.toString();
    }

    private static JSONArray array(List<JSONObject> objects) {
        return new JSONArray(objects);
    }
}
