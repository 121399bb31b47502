package io.jenkins.plugins.pchat.host;

import groovy.lang.GString;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * Makes a step of named arguments as Jenkins does: those that the {@code @DataBoundConstructor} names in its {@code
 * .stapler} file go there, a missing one as null; the others go to {@code @DataBoundSetter}s. An argument that is
 * neither is an error here, while Jenkins only warns of it.
 */
final class StepBinder<T> {

    private final Class<T> type;
    private final Constructor<T> constructor;
    private final List<String> mandatory;
    private final Map<String, Method> setters = new LinkedHashMap<>();

    StepBinder(Class<T> type) {
        this.type = type;
        this.constructor = constructor(type);
        this.mandatory = names(type);
        for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.isAnnotationPresent(DataBoundSetter.class)) {
                    String name = method.getName().substring("set".length());
                    setters.put(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), method);
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Constructor<T> constructor(Class<T> type) {
        for (Constructor<?> each : type.getConstructors()) {
            if (each.isAnnotationPresent(DataBoundConstructor.class)) {
                return (Constructor<T>) each;
            }
        }
        throw new PipelineError(type.getName() + " has no public constructor with @DataBoundConstructor.");
    }

    private static List<String> names(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".stapler";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new PipelineError(type.getName() + " has no " + file + " beside its class.");
            }
            Properties properties = new Properties();
            properties.load(in);
            String names = properties.getProperty("constructor", "");
            return names.isEmpty() ? List.of() : Arrays.asList(names.split(","));
        } catch (IOException e) {
            throw new PipelineError("Can't read " + file + ": " + e, e);
        }
    }

    /** The names of all arguments, the mandatory ones first. */
    List<String> arguments() {
        List<String> all = new java.util.ArrayList<>(mandatory);
        all.addAll(setters.keySet());
        return all;
    }

    /** Makes the step; an exception of its constructor or a setter goes through as it is. */
    T bind(StepCall call) throws Exception {
        Map<String, Object> given = new LinkedHashMap<>(call.arguments());
        if (call.single() != null) {
            if (mandatory.size() != 1) {
                throw new PipelineError("Step '" + call.name() + "' takes named arguments only: " + arguments());
            }
            given.put(mandatory.get(0), call.single());
        }
        for (String name : given.keySet()) {
            if (!arguments().contains(name)) {
                throw new PipelineError(
                        "Step '" + call.name() + "' has no argument '" + name + "', only " + arguments() + ".");
            }
        }
        Object[] values = new Object[mandatory.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = coerce(call, mandatory.get(i), constructor.getParameterTypes()[i], given.get(mandatory.get(i)));
        }
        try {
            T step = constructor.newInstance(values);
            for (Map.Entry<String, Method> setter : setters.entrySet()) {
                if (given.containsKey(setter.getKey())) {
                    Class<?> wanted = setter.getValue().getParameterTypes()[0];
                    setter.getValue().invoke(step, coerce(call, setter.getKey(), wanted, given.get(setter.getKey())));
                }
            }
            return step;
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static Object coerce(StepCall call, String argument, Class<?> wanted, Object value) {
        if (value instanceof GString text && wanted.isAssignableFrom(String.class)) {
            return text.toString();
        }
        if (value instanceof List<?> list && wanted.isAssignableFrom(List.class)) {
            return list.stream()
                    .map(each -> each instanceof GString text ? text.toString() : each)
                    .toList();
        }
        if (value == null && !wanted.isPrimitive()) {
            return null;
        }
        if (value == null) {
            return wanted == boolean.class
                    ? Boolean.FALSE
                    : wanted == int.class ? (Object) 0 : refused(call, argument, wanted, null);
        }
        Class<?> boxed = wanted == boolean.class
                ? Boolean.class
                : wanted == int.class ? Integer.class : wanted == long.class ? Long.class : wanted;
        if (boxed.isInstance(value)) {
            return value;
        }
        return boxed == Long.class && value instanceof Integer number
                ? Long.valueOf(number)
                : refused(call, argument, wanted, value);
    }

    private static Object refused(StepCall call, String argument, Class<?> wanted, Object value) {
        throw new PipelineError("Argument '" + argument + "' of step '" + call.name() + "' expects " + wanted.getName()
                + " but received "
                + (value == null ? "nothing" : value + " (" + value.getClass().getName() + ")") + ".");
    }

    @Override
    public String toString() {
        return type.getSimpleName() + arguments();
    }
}
