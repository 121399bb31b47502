package io.jenkins.plugins.pchat.engine.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** What goes to the script and what comes back from it; the head of the script describes both. */
final class ShellWire {

    private static final String BEGIN = "<<<PCFB:";
    private static final String END = ":PCFB>>>";

    /** Values in an answer: each takes some hundred bytes of memory. A deployment of ten thousand computers has 100 000. */
    static final int MOST_VALUES = 250_000;

    private ShellWire() {}

    /** The error of a cmdlet, of the module or of the remote session. */
    record Problem(String stage, int call, String id, String category, String message) {}

    /** @param problem null when every call ran */
    record Answer(List<ShellResult> results, Problem problem) {}

    /** The request as bytes for standard input: one line of ASCII, whatever code page the console has. */
    static byte[] request(List<Cmdlet> calls, RemoteShell remote) {
        JSONObject request = new JSONObject();
        if (remote != null) {
            JSONObject session = new JSONObject().put("uri", remote.uri());
            if (remote.user() != null) {
                session.put("user", remote.user()).put("password", remote.password());
            }
            request.put("remote", session);
        }
        JSONArray list = new JSONArray();
        for (Cmdlet call : calls) {
            JSONObject parameters = new JSONObject();
            call.parameters().forEach((name, value) -> parameters.put(name, parameter(value)));
            list.put(new JSONObject()
                    .put("name", call.name())
                    .put("parameters", parameters)
                    .put("select", new JSONArray(call.select())));
        }
        return (ascii(request.put("calls", list).toString()) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static JSONObject parameter(Object value) {
        if (value == Cmdlet.NULL) {
            return new JSONObject().put("null", true);
        }
        if (value instanceof Boolean flag) {
            return new JSONObject().put("flag", flag.booleanValue());
        }
        if (value instanceof Map<?, ?> changes) {
            return new JSONObject().put("modify", new JSONObject(changes));
        }
        return new JSONObject().put("text", (String) value);
    }

    private static String ascii(String json) {
        StringBuilder text = new StringBuilder(json.length());
        for (char c : json.toCharArray()) {
            text.append(c < 0x7f ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return text.toString();
    }

    /**
     * Finds and reads the answer in what a process printed.
     *
     * @return null if there is no complete answer in it, or one that no cmdlet of ours gives
     */
    static Answer answer(String stdout) {
        int begin = stdout.lastIndexOf(BEGIN);
        int end = begin < 0 ? -1 : stdout.indexOf(END, begin);
        if (end < 0) {
            return null;
        }
        try {
            byte[] json = Base64.getMimeDecoder().decode(stdout.substring(begin + BEGIN.length(), end));
            String text = new String(json, StandardCharsets.UTF_8);
            if (text.chars().filter(c -> c == ',' || c == '[' || c == '{').count() > MOST_VALUES) {
                return null;
            }
            JSONObject answer = new JSONObject(text);
            List<ShellResult> results = new ArrayList<>();
            JSONArray list = answer.getJSONArray("results");
            for (int i = 0; i < list.length(); i++) {
                results.add(result(list.getJSONObject(i)));
            }
            return new Answer(results, answer.isNull("error") ? null : problem(answer.getJSONObject("error")));
        } catch (JSONException | IllegalArgumentException e) {
            // Half an answer is no answer; the caller shows what was printed.
            return null;
        }
    }

    private static ShellResult result(JSONObject result) {
        List<Map<String, List<String>>> objects = new ArrayList<>();
        JSONArray list = result.getJSONArray("objects");
        for (int i = 0; i < list.length(); i++) {
            JSONObject properties = list.getJSONObject(i);
            Map<String, List<String>> object = new LinkedHashMap<>();
            for (String name : properties.keySet()) {
                object.put(name, texts(properties.getJSONArray(name)));
            }
            objects.add(object);
        }
        return new ShellResult(objects, result.has("warnings") ? texts(result.getJSONArray("warnings")) : List.of());
    }

    private static List<String> texts(JSONArray array) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < array.length(); i++) {
            texts.add(array.getString(i));
        }
        return List.copyOf(texts);
    }

    private static Problem problem(JSONObject error) {
        if (!(error.get("call") instanceof Integer call)) {
            throw new JSONException("a call is counted by whole numbers"); // 1e999999999 is none
        }
        return new Problem(
                error.getString("stage"),
                call,
                error.getString("id"),
                error.getString("category"),
                error.getString("message").strip());
    }
}
