package net.sf.json;

import java.util.Map;

/** A JSON object, as a form is submitted; here around a map. */
public final class JSONObject {

    private final Map<String, ?> properties;

    private JSONObject(Map<String, ?> properties) {
        this.properties = properties;
    }

    /** In Jenkins from any object; here from a map. */
    public static JSONObject fromObject(Object object) {
        Map<String, Object> copy = new java.util.LinkedHashMap<>();
        ((Map<?, ?>) object).forEach((name, value) -> copy.put((String) name, value));
        return new JSONObject(copy);
    }

    /** Null when there is no such property. */
    public Object opt(String key) {
        return properties.get(key);
    }
}
