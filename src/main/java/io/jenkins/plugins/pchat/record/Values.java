package io.jenkins.plugins.pchat.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;

/** Plain values, as facts and details have them: texts, whole numbers, booleans, and lists and maps of these. All numbers are read as Long. */
final class Values {

    private Values() {}

    static JSONObject json(Map<?, ?> map) {
        JSONObject object = new JSONObject();
        map.forEach((name, value) -> {
            if (object.length() < Bounds.COUNT) {
                object.put(Bounds.clip(String.valueOf(name), Bounds.NAME), json(value));
            }
        });
        return object;
    }

    private static Object json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return json(map);
        }
        if (value instanceof List<?> list) {
            return new JSONArray(Bounds.clip(list).stream().map(Values::json).toList());
        }
        return value instanceof Boolean || value instanceof Integer || value instanceof Long
                ? value
                : Bounds.clip(String.valueOf(value), Bounds.LINE);
    }

    static Map<String, Object> map(JSONObject object, int depth) {
        check(object.length(), depth);
        Map<String, Object> map = new LinkedHashMap<>();
        for (String name : object.keySet()) {
            if (name.length() > Bounds.NAME) {
                throw new IllegalArgumentException("a name of more than " + Bounds.NAME + " characters");
            }
            map.put(name, value(object.get(name), depth));
        }
        return map;
    }

    private static List<Object> list(JSONArray array, int depth) {
        check(array.length(), depth);
        List<Object> list = new ArrayList<>(array.length());
        array.forEach(value -> list.add(value(value, depth)));
        return list;
    }

    private static void check(int count, int depth) {
        if (depth > Bounds.DEPTH || count > Bounds.COUNT) {
            throw new IllegalArgumentException("values too many or too deep");
        }
    }

    private static Object value(Object value, int depth) {
        if (value instanceof JSONObject object) {
            return map(object, depth + 1);
        }
        if (value instanceof JSONArray array) {
            return list(array, depth + 1);
        }
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        if (value instanceof Boolean || value instanceof String text && text.length() <= Bounds.LINE) {
            return value;
        }
        throw new IllegalArgumentException("neither text, whole number nor boolean, or too long");
    }
}
