package io.jenkins.plugins.pchat.docs;

import hudson.Extension;
import io.jenkins.plugins.pchat.agent.PoolAndSqlWork;
import io.jenkins.plugins.pchat.agent.ShellWork;
import io.jenkins.plugins.pchat.agent.SqlWork;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.inspection.Preflight;
import io.jenkins.plugins.pchat.engine.sql.AbsentSession;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.step.PchatStep;
import io.jenkins.plugins.pchat.step.VerifyStep;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.java.sezpoz.Index;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * What the code says of one step: its parameters with their defaults, and the ids of its guards.
 *
 * @param defaults by parameter, as the page writes them
 * @param checks what each check means that an inspection makes, by its id; empty for other steps
 */
public record StepFacts(String function, Map<String, String> defaults, Set<String> guards, Map<String, String> checks) {

    /** Values that every step accepts, for those of its parameters that must have one. */
    private static final Map<String, Object> VALID = Map.of(
            "pool", "pool.example.com",
            "servers", List.of("chat.example.com"),
            "instance", "sqlb",
            "primary", "sqla",
            "secondary", "sqlb",
            "share", "\\\\nas\\pchat",
            "backup", "\\\\nas\\pchat\\mgc.bak",
            "copyDirectory", "D:\\LogShipping",
            // the one that has a guard more
            "state", "FailedOver");

    /** All steps in the index of extensions, by function name. */
    public static Map<String, StepFacts> all() throws Exception {
        Map<String, StepFacts> found = new TreeMap<>();
        for (var item : Index.load(Extension.class, Object.class, StepFacts.class.getClassLoader())) {
            // the index has other extensions too
            if (item.element() instanceof Class<?> type && StepDescriptor.class.isAssignableFrom(type)) {
                StepDescriptor descriptor = (StepDescriptor) item.instance();
                found.put(descriptor.getFunctionName(), of(descriptor.getFunctionName(), descriptor.clazz));
            }
        }
        return found;
    }

    private static StepFacts of(String function, Class<? extends Step> type) throws Exception {
        Constructor<?> constructor = constructor(type);
        List<String> mandatory = mandatory(type);
        Step step = (Step) constructor.newInstance(
                mandatory.stream().map(name -> valid(function, name)).toArray());
        Map<String, String> defaults = new LinkedHashMap<>();
        mandatory.forEach(name -> defaults.put(name, "required"));
        for (Method setter : type.getMethods()) {
            if (setter.isAnnotationPresent(DataBoundSetter.class)) {
                String name = setter.getName().substring("set".length());
                name = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
                defaults.put(name, written(value(step, setter.getName().substring("set".length()))));
                if (VALID.containsKey(name)) {
                    setter.invoke(step, VALID.get(name));
                }
            }
        }
        if (!(step instanceof PchatStep pchat)) {
            return new StepFacts(function, defaults, Set.of(), Map.of());
        }
        Operation<?> operation = operation(pchat);
        Set<String> ids = new TreeSet<>();
        operation.guards().stream().map(Guard::id).forEach(ids::add);
        ids.addAll(guardsOfTrial(pchat));
        Map<String, String> checks = new TreeMap<>();
        if (operation instanceof Preflight preflight) {
            preflight.checks().forEach((id, severity) -> checks.put(id, severity.name()));
        }
        return new StepFacts(function, defaults, ids, checks);
    }

    /** A step that can be tried has another operation for that. */
    private static Set<String> guardsOfTrial(PchatStep step) throws Exception {
        Set<String> ids = new TreeSet<>();
        for (Method method : step.getClass().getMethods()) {
            if (method.getName().equals("setTrial")) {
                method.invoke(step, true);
                operation(step).guards().stream().map(Guard::id).forEach(ids::add);
            }
        }
        return ids;
    }

    /** One name is a file for one step and an instance for another. */
    private static Object valid(String function, String name) {
        return function.equals("pchatPreflight") && name.equals("backup") ? "sqlb" : VALID.get(name);
    }

    private static Constructor<?> constructor(Class<?> type) {
        for (Constructor<?> constructor : type.getConstructors()) {
            if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
                return constructor;
            }
        }
        throw new AssertionError(type + " has no data bound constructor");
    }

    /** The constructor's parameters, as Jenkins reads them from the file that the compiler wrote. */
    private static List<String> mandatory(Class<?> type) throws Exception {
        try (InputStream file = type.getResourceAsStream(type.getSimpleName() + ".stapler")) {
            Properties names = new Properties();
            names.load(file);
            String list = names.getProperty("constructor");
            return list.isEmpty() ? List.of() : List.of(list.split(","));
        }
    }

    private static Object value(Step step, String property) throws Exception {
        try {
            return step.getClass().getMethod("get" + property).invoke(step);
        } catch (NoSuchMethodException e) {
            return step.getClass().getMethod("is" + property).invoke(step);
        }
    }

    private static String written(Object value) {
        if (value == null) {
            return "none";
        }
        return value instanceof List<?> list
                ? "`" + String.join("`, `", list.toArray(String[]::new)) + "`"
                : "`" + value + "`";
    }

    private static Object work(PchatStep step) {
        for (Class<?> type = step.getClass(); ; type = type.getSuperclass()) {
            try {
                Method method = type.getDeclaredMethod("work");
                method.setAccessible(true);
                return method.invoke(step);
            } catch (NoSuchMethodException e) {
                continue;
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** The verification of a failback of which nothing can be read. */
    static Operation<?> verification() {
        Failure away = Failure.of(Failure.Code.CONNECT, "nobody is here");
        VerifyStep step = new VerifyStep(
                "pool.example.com", "sqla", "sqlb", "\\\\nas\\pchat", "D:\\LogShipping", List.of("chat.example.com"));
        // Without the cycle its first look is its last, and has the table.
        step.setDryRun(true);
        return ((PoolAndSqlWork) work(step))
                .request()
                .with(Reading.failed(away))
                .on(
                        List.of(new AbsentSession("sqla", away), new AbsentSession("sqlb", away)),
                        OperationId.unique("docs", "2"));
    }

    private static Operation<?> operation(Object work, OperationId id) {
        if (work instanceof ShellWork shell) {
            return shell.request().on(null);
        }
        SqlRequest request = work instanceof SqlWork sql
                ? sql.request()
                : ((PoolAndSqlWork) work)
                        .request()
                        .with(Reading.failed(Failure.of(Failure.Code.SHELL, "nobody looks at the pool here")));
        return request.on(Collections.nCopies(request.targets().size(), (SqlSession) null), id);
    }

    /** The step is asked for its operation as an agent would; no session is needed to name its guards. */
    private static Operation<?> operation(PchatStep step) throws Exception {
        Object work = work(step);
        return operation(work, OperationId.unique("docs", "1"));
    }
}
