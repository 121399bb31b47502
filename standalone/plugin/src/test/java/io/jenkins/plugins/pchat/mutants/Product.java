package io.jenkins.plugins.pchat.mutants;

import io.jenkins.plugins.pchat.engine.Operation;
import java.security.CodeSource;
import java.util.Optional;

/** What belongs to the plugin itself, and not to its tests. */
final class Product {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private Product() {}

    static boolean holds(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source != null
                && source.equals(Operation.class.getProtectionDomain().getCodeSource());
    }

    /** Who called a class of the product, if that was a class of the product too. */
    static Optional<StackWalker.StackFrame> caller(Class<?> called) {
        return STACK.walk(frames -> frames.dropWhile(frame -> frame.getDeclaringClass() != called)
                .dropWhile(frame -> frame.getDeclaringClass() == called)
                .findFirst()
                .filter(frame -> holds(frame.getDeclaringClass())));
    }
}
