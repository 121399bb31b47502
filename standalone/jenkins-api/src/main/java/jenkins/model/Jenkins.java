package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import io.jenkins.plugins.standalone.Permissions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The controller. */
public class Jenkins implements AccessControlled {

    public static final Permission ADMINISTER = Permission.fromId("hudson.model.Hudson.Administer");

    private static final Jenkins INSTANCE = new Jenkins();

    private final Map<Class<?>, Descriptor<?>> descriptors = new ConcurrentHashMap<>();

    private Jenkins() {}

    @NonNull
    public static Jenkins get() throws IllegalStateException {
        return INSTANCE;
    }

    @Override
    public boolean hasPermission(@NonNull Permission permission) {
        return Permissions.has(permission);
    }

    /** In Jenkins a search among all descriptors; here the class that is nested in the described one. */
    @NonNull
    @SuppressWarnings("rawtypes")
    public Descriptor getDescriptorOrDie(Class<? extends Describable> type) {
        return descriptors.computeIfAbsent(type, Jenkins::nested);
    }

    private static Descriptor<?> nested(Class<?> type) {
        for (Class<?> nested : type.getDeclaredClasses()) {
            if (Descriptor.class.isAssignableFrom(nested)) {
                try {
                    return (Descriptor<?>) nested.getConstructor().newInstance();
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(nested + " can't be made", e);
                }
            }
        }
        throw new AssertionError(type + " is missing its descriptor");
    }
}
