package hudson;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.AbstractList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The extensions of one kind. */
public abstract class ExtensionList<T> extends AbstractList<T> {

    private static final Map<Class<?>, Object> SINGLETONS = new ConcurrentHashMap<>();

    private ExtensionList() {}

    /** In Jenkins the instance that was found in the index of extensions; here one that is made when it is first asked for. */
    @NonNull
    public static <U> U lookupSingleton(Class<U> type) {
        return type.cast(SINGLETONS.computeIfAbsent(type, ExtensionList::make));
    }

    private static Object make(Class<?> type) {
        if (!type.isAnnotationPresent(Extension.class)) {
            throw new IllegalStateException("Expected 1 instance of " + type.getName() + " but got 0");
        }
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " can't be made", e);
        }
    }
}
