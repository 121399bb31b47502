package io.jenkins.plugins.pchat.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.json.JSONParserConfiguration;

/**
 * Reads the fields of a JSON object and believes none of them: what is missing, unknown, of another type or too long is an {@link
 * IllegalArgumentException}.
 */
final class Fields {

    private static final JSONParserConfiguration STRICT =
            new JSONParserConfiguration().withStrictMode(true).withMaxNestingDepth(20);

    private final JSONObject object;
    private final Set<String> read = new HashSet<>();

    Fields(JSONObject object) {
        this.object = object;
    }

    /** Parses a text that must be one object. */
    static Fields parse(String json, int most) {
        if (json.length() > most) {
            throw new IllegalArgumentException("more than " + most + " characters of JSON");
        }
        try {
            return new Fields(new JSONObject(json, STRICT));
        } catch (JSONException e) {
            throw new IllegalArgumentException("no JSON object: " + e.getMessage(), e);
        }
    }

    String text(String name, int most) {
        String text = textOrNull(name, most);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    String textOrNull(String name, int most) {
        Object value = valueOrNull(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || text.length() > most) {
            throw new IllegalArgumentException(name + " is no text of at most " + most + " characters");
        }
        return text;
    }

    boolean flag(String name) {
        if (valueOrNull(name) instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException(name + " is neither true nor false");
    }

    /** A number of milliseconds or bytes: whole and not negative. */
    Long numberOrNull(String name) {
        Object value = valueOrNull(name);
        if (value == null) {
            return null;
        }
        if ((value instanceof Integer || value instanceof Long) && ((Number) value).longValue() >= 0) {
            return ((Number) value).longValue();
        }
        throw new IllegalArgumentException(name + " is no whole number from 0");
    }

    Instant time(String name) {
        Instant time = timeOrNull(name);
        if (time == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return time;
    }

    Instant timeOrNull(String name) {
        String text = textOrNull(name, Bounds.NAME);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " is no time: " + text, e);
        }
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return Enum.valueOf(type, text(name, Bounds.NAME));
    }

    List<String> lines(String name, int most) {
        return list(name, value -> {
            if (value instanceof String text && text.length() <= most) {
                return text;
            }
            throw new IllegalArgumentException(name + " holds something else than texts of " + most + " characters");
        });
    }

    <T> List<T> objects(String name, Function<Fields, T> reader) {
        return list(name, value -> {
            if (value instanceof JSONObject element) {
                return reader.apply(new Fields(element));
            }
            throw new IllegalArgumentException(name + " holds something else than objects");
        });
    }

    /** The fields of an object inside; null if there is none. */
    Fields objectOrNull(String name) {
        Object value = valueOrNull(name);
        if (value == null || value instanceof JSONObject) {
            return value == null ? null : new Fields((JSONObject) value);
        }
        throw new IllegalArgumentException(name + " is no object");
    }

    /** Values by name, as in {@link Values}. */
    Map<String, Object> values(String name) {
        if (valueOrNull(name) instanceof JSONObject map) {
            return Values.map(map, 1);
        }
        throw new IllegalArgumentException(name + " is no object");
    }

    private <T> List<T> list(String name, Function<Object, T> reader) {
        if (!(valueOrNull(name) instanceof JSONArray array) || array.length() > Bounds.COUNT) {
            throw new IllegalArgumentException(name + " is no list of at most " + Bounds.COUNT);
        }
        List<T> list = new ArrayList<>(array.length());
        array.forEach(value -> list.add(reader.apply(value)));
        return list;
    }

    private Object valueOrNull(String name) {
        read.add(name);
        return object.isNull(name) ? null : object.get(name);
    }

    /** The end: whatever was not read is not known. */
    void end() {
        for (String name : object.keySet()) {
            if (!read.contains(name)) {
                throw new IllegalArgumentException(
                        "unknown field " + Bounds.clip(name, 40)); // it may be anything, and goes to a log
            }
        }
    }
}
