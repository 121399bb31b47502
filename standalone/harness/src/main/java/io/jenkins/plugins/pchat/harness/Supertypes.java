package io.jenkins.plugins.pchat.harness;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javassist.CtClass;
import javassist.CtMethod;
import javassist.Modifier;
import javassist.NotFoundException;

/** A class and all that it is a subtype of, through interfaces of interfaces as well, which japicmp does not follow. */
final class Supertypes {

    private final Map<String, CtClass> all = new LinkedHashMap<>();

    Supertypes(CtClass type) {
        collect(type);
    }

    private void collect(CtClass type) {
        if (type == null || all.putIfAbsent(type.getName(), type) != null) {
            return;
        }
        try {
            collect(type.getSuperclass());
            Arrays.stream(type.getInterfaces()).forEach(this::collect);
        } catch (NotFoundException e) {
            // What a Jenkins can do without is in none of its jars.
            all.putIfAbsent(e.getMessage(), null);
        }
    }

    Iterable<String> names() {
        return all.keySet();
    }

    boolean has(String type) {
        return all.containsKey(type);
    }

    /** Whether it has the method, its own or inherited, for its subclasses at least. */
    boolean has(CtMethod method) {
        return all.values().stream()
                .filter(type -> type != null)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(declared -> !Modifier.isPrivate(declared.getModifiers()))
                .anyMatch(declared -> declared.getName().equals(method.getName())
                        && declared.getSignature().equals(method.getSignature()));
    }
}
