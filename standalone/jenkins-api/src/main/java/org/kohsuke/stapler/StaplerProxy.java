package org.kohsuke.stapler;

/** Is asked before anything below its address is served. */
public interface StaplerProxy {
    Object getTarget();
}
