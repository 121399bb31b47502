package io.jenkins.plugins.pchat.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyShell;
import groovy.lang.MapWithDefault;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of the pages are Groovy, call steps that there are, and give them parameters that they have. */
class ExamplesTest {

    private static final Pattern BLOCK = Pattern.compile("```groovy\\n(.*?)```", Pattern.DOTALL);

    /** Results that are lists; any other is something that can be asked for more. */
    private static final Set<String> LISTS = Set.of("plan", "before", "after", "orphanedUsers", "activeServers");

    @Test
    void everyExampleCallsStepsAsTheyAre() throws Exception {
        Map<String, StepFacts> steps = StepFacts.all();
        Set<String> called = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (Markdown page : Markdown.all()) {
            for (var block :
                    BLOCK.matcher(Files.readString(page.file())).results().toList()) {
                run(block.group(1), (step, arguments) -> {
                    called.add(step);
                    StepFacts known = steps.get(step);
                    if (known == null) {
                        wrong.add(page.file().getFileName() + ": " + step);
                        return;
                    }
                    Set<String> names = new TreeSet<>(arguments.keySet());
                    names.removeAll(known.defaults().keySet());
                    names.forEach(name -> wrong.add(page.file().getFileName() + ": " + step + " " + name));
                    known.defaults().forEach((name, value) -> {
                        if (value.equals("required") && !arguments.containsKey(name)) {
                            wrong.add(page.file().getFileName() + ": " + step + " without " + name);
                        }
                    });
                });
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(called.containsAll(steps.keySet()), called.toString());
    }

    private interface Calls {
        void saw(String step, Map<String, Object> arguments);
    }

    private static void run(String script, Calls calls) {
        Binding variables = new Binding();
        variables.setVariable("node", closure(arguments -> ((Closure<?>) arguments[1]).call()));
        variables.setVariable("retry", closure(arguments -> ((Closure<?>) arguments[1]).call()));
        variables.setVariable("agent", closure(arguments -> "the condition"));
        variables.setVariable("echo", closure(arguments -> null));
        variables.setVariable("backup", anything());
        for (var name :
                Pattern.compile("\\bpchat[A-Z]\\w+").matcher(script).results().toList()) {
            variables.setVariable(name.group(), closure(arguments -> {
                calls.saw(name.group(), arguments(name.group(), arguments));
                return anything();
            }));
        }
        new GroovyShell(variables).evaluate(script);
    }

    /** Named ones; a single unnamed one belongs to the only parameter that the step needs. */
    private static Map<String, Object> arguments(String step, Object[] given) {
        Map<String, Object> named = new LinkedHashMap<>();
        if (given[0] instanceof Map<?, ?> map) {
            map.forEach((name, value) -> named.put(String.valueOf(name), value));
        } else if (step.equals("pchatPool")) {
            named.put("name", given[0]);
        }
        return named;
    }

    private static Closure<Object> closure(Function<Object[], Object> body) {
        return new Closure<>(ExamplesTest.class) {
            @Override
            public Object call(Object... arguments) {
                return body.apply(arguments);
            }
        };
    }

    private static Map<Object, Object> anything() {
        return MapWithDefault.newInstance(new LinkedHashMap<>(), new Closure<>(ExamplesTest.class) {
            @Override
            public Object call(Object... arguments) {
                return LISTS.contains(String.valueOf(arguments[0])) ? List.of("something") : anything();
            }
        });
    }
}
