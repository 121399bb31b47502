package io.jenkins.plugins.pchat.step;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The steps that work on servers, with valid mandatory values and nothing else. */
public final class Steps {

    static final String POOL = "pool.example.com";
    static final String SHARE = "\\\\nas\\pchat";

    private Steps() {}

    static List<PchatStep> all() {
        SetPoolStateStep state = new SetPoolStateStep();
        state.setPool(POOL);
        return List.of(
                preflight(),
                new ClearActiveServersStep(POOL),
                new RemoveMirroringStep("sqlb\\RTC"),
                new BackupDbStep("sqlb\\RTC", SHARE),
                new RestoreDbStep("sqla\\RTC", SHARE + "\\mgc.bak"),
                new ConfigureLogShippingStep("sqla\\RTC", "sqlb\\RTC", SHARE, "D:\\LogShipping"),
                new SetActiveStep(POOL, List.of("chata1.example.com")),
                state,
                verify());
    }

    static VerifyStep verify() {
        return new VerifyStep(POOL, "sqla\\RTC", "sqlb\\RTC", SHARE, "D:\\LogShipping", List.of("chata1.example.com"));
    }

    static PreflightStep preflight() {
        return new PreflightStep(
                POOL, "sqla\\RTC", "sqlb\\RTC", SHARE, "D:\\LogShipping", List.of("chata1.example.com"));
    }

    static Stream<PchatStep> stream() {
        return all().stream();
    }

    /** The parameters of the constructor, as Jenkins reads them from the file that the compiler wrote. */
    public static List<String> mandatory(Class<?> step) throws Exception {
        for (Constructor<?> constructor : step.getConstructors()) {
            if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
                Properties names = new Properties();
                try (var file = step.getResourceAsStream(step.getSimpleName() + ".stapler")) {
                    names.load(file);
                }
                String list = names.getProperty("constructor");
                return list.isEmpty() ? List.of() : List.of(list.split(","));
            }
        }
        throw new AssertionError(step + " has no data bound constructor");
    }

    /** Everything that a pipeline can give to a step: the constructor's parameters and the setters'. */
    public static List<String> parameters(Class<?> step) throws Exception {
        List<String> names = new ArrayList<>(mandatory(step));
        var setters = new TreeMap<String, Class<?>>();
        for (var method : step.getMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class)) {
                String name = method.getName().substring("set".length());
                setters.put(
                        name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), method.getDeclaringClass());
            }
        }
        names.addAll(setters.keySet());
        return names;
    }

    /** A property by its getter. */
    public static Object value(Object step, String property) throws Exception {
        String name = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        try {
            return step.getClass().getMethod("get" + name).invoke(step);
        } catch (NoSuchMethodException e) {
            return step.getClass().getMethod("is" + name).invoke(step);
        }
    }
}
