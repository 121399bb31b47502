package io.jenkins.plugins.standalone;

import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands for a live object while it crosses a channel of this JVM: a number goes over, the object stays where it is. As with remoting, the
 * number means nothing anywhere else.
 */
public final class Exported implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Map<Long, Object> OBJECTS = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT = new AtomicLong();

    private final long number;

    private Exported(long number) {
        this.number = number;
    }

    /** The stand-in for an object; use it in {@code writeReplace}. Outside a call of a {@link SerializingChannel} that is refused. */
    public static Exported of(Object object) {
        if (!SerializingChannel.isSending()) {
            throw new IllegalStateException(object.getClass().getName() + " can only be serialized by a channel");
        }
        long number = NEXT.incrementAndGet();
        OBJECTS.put(number, object);
        SerializingChannel.releaseLater(number);
        return new Exported(number);
    }

    static void release(long number) {
        OBJECTS.remove(number);
    }

    private Object readResolve() {
        Object object = OBJECTS.get(number);
        if (object == null) {
            throw new IllegalStateException("exported object " + number + " was released");
        }
        return object;
    }
}
