package io.jenkins.plugins.pchat.host;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingPropertyException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The directives that may stand inside one block of a Declarative pipeline. Anything else there is an error. */
final class Directives extends GroovyObjectSupport {

    private final String block;
    private final Map<String, Consumer<Object[]>> known = new LinkedHashMap<>();
    private final Map<String, Object> words = new LinkedHashMap<>();

    /** @param block what the block is called in an error */
    Directives(String block) {
        this.block = block;
    }

    /** A directive with arguments, the closure of a block being the last of them. */
    Directives on(String name, Consumer<Object[]> reader) {
        known.put(name, reader);
        return this;
    }

    /** A directive that holds nothing but a block. */
    Directives block(String name, Consumer<Closure<?>> reader) {
        return on(name, arguments -> {
            if (arguments.length != 1 || !(arguments[0] instanceof Closure<?> body)) {
                throw new PipelineError(
                        "'" + name + "' in " + block + " must be followed by a block in braces and nothing else.");
            }
            reader.accept(body);
        });
    }

    /** A word that is an argument here without being a string: {@code none}. */
    Directives word(String name) {
        words.put(name, name);
        return this;
    }

    /** Reads a block. */
    void read(Closure<?> body) {
        Closure<?> copy = (Closure<?>) body.clone();
        copy.setDelegate(this);
        copy.setResolveStrategy(Closure.DELEGATE_ONLY);
        copy.call();
    }

    @Override
    public Object invokeMethod(String name, Object arguments) {
        Consumer<Object[]> reader = known.get(name);
        if (reader == null) {
            throw new PipelineError(
                    "'" + name + "' is not known in " + block + "; this host knows " + known.keySet() + " there.");
        }
        reader.accept((Object[]) arguments);
        return null;
    }

    @Override
    public Object getProperty(String name) {
        Object word = words.get(name);
        if (word == null) {
            throw new PipelineError(
                    "'" + name + "' is not known in " + block + ".",
                    new MissingPropertyException(name, Directives.class));
        }
        return word;
    }
}
