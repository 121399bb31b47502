package io.jenkins.plugins.pchat.host;

import hudson.Extension;
import java.util.ArrayList;
import java.util.List;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;

/** What the plugin brings, found as Jenkins finds it: in the index of extensions that the compiler wrote. */
final class Extensions {

    private Extensions() {}

    static <T> List<T> of(Class<T> type) {
        List<T> found = new ArrayList<>();
        for (IndexItem<Extension, Object> item :
                Index.load(Extension.class, Object.class, Extensions.class.getClassLoader())) {
            try {
                if (item.element() instanceof Class<?> element && type.isAssignableFrom(element)) {
                    found.add(type.cast(item.instance()));
                }
            } catch (InstantiationException e) {
                throw new PipelineError("Extension " + item.className() + " can't be made: " + e, e);
            }
        }
        return found;
    }
}
