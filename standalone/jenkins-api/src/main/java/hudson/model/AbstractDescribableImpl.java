package hudson.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A describable object whose descriptor is a nested class of its own. */
public abstract class AbstractDescribableImpl<T extends AbstractDescribableImpl<T>> implements Describable<T> {

    private static final Map<Class<?>, Descriptor<?>> DESCRIPTORS = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("unchecked")
    public Descriptor<T> getDescriptor() {
        return (Descriptor<T>) DESCRIPTORS.computeIfAbsent(getClass(), AbstractDescribableImpl::find);
    }

    private static Descriptor<?> find(Class<?> type) {
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
