package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.Trace;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONObject;

/** A trace as one line of JSON: so it goes from the agent to the controller, and so it stands in the record. */
public final class TraceJson {

    private TraceJson() {}

    /** One line, without a line end. What is longer than anything that an operation says is shortened. */
    public static String write(Trace trace) {
        return json(trace).toString();
    }

    /**
     * Reads such a line. Nothing in it is believed, for it may come from an agent.
     *
     * @throws IllegalArgumentException if it is not a whole trace, or holds more than a trace can
     */
    public static Trace read(String line) {
        return trace(Fields.parse(line, Bounds.TRACE));
    }

    static JSONObject json(Trace trace) {
        return new JSONObject()
                .put("run", Bounds.clip(trace.run(), Bounds.NAME))
                .put("title", Bounds.clip(trace.title(), Bounds.LINE))
                .put("dryRun", trace.dryRun())
                .put("before", lines(trace.before()))
                .put("facts", Values.json(trace.facts()))
                .put("actions", new JSONArray(actions(trace)))
                .put("after", lines(trace.after()));
    }

    static Trace trace(Fields fields) {
        Trace trace = new Trace(
                fields.text("run", Bounds.NAME),
                fields.text("title", Bounds.LINE),
                fields.flag("dryRun"),
                fields.lines("before", Bounds.LINE),
                fields.values("facts"),
                fields.objects("actions", TraceJson::action),
                fields.lines("after", Bounds.LINE));
        fields.end();
        return trace;
    }

    private static JSONArray lines(List<String> lines) {
        return new JSONArray(Bounds.clip(lines).stream()
                .map(line -> Bounds.clip(line, Bounds.LINE))
                .toList());
    }

    private static List<JSONObject> actions(Trace trace) {
        return Bounds.clip(trace.actions()).stream().map(TraceJson::json).toList();
    }

    private static JSONObject json(Trace.Action action) {
        // a null is left out, and read as null again
        return new JSONObject()
                .put("where", Bounds.clip(action.where(), Bounds.LINE))
                .put("text", Bounds.clip(action.text(), Bounds.LINE))
                .put("statement", Bounds.clip(action.statement(), Bounds.TEXT))
                .put("destructive", action.destructive())
                .put("begun", action.begun())
                .put("ended", action.ended())
                .put("failed", action.failed())
                .put("note", Bounds.clip(action.note(), Bounds.LINE));
    }

    private static Trace.Action action(Fields fields) {
        Trace.Action action = new Trace.Action(
                fields.text("where", Bounds.LINE),
                fields.text("text", Bounds.LINE),
                fields.text("statement", Bounds.TEXT),
                fields.flag("destructive"),
                fields.numberOrNull("begun"),
                fields.numberOrNull("ended"),
                fields.flag("failed"),
                fields.textOrNull("note", Bounds.LINE));
        fields.end();
        if (action.ended() != null && (action.begun() == null || action.ended() < action.begun())) {
            throw new IllegalArgumentException("an action that ended before it began");
        }
        return action;
    }
}
