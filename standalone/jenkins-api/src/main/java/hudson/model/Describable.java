package hudson.model;

import jenkins.model.Jenkins;

/** What has a descriptor. */
public interface Describable<T extends Describable<T>> {

    /** The one that is nested in the class. */
    @SuppressWarnings("unchecked")
    default Descriptor<T> getDescriptor() {
        return Jenkins.get().getDescriptorOrDie(getClass());
    }
}
