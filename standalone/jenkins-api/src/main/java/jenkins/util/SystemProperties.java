package jenkins.util;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** System properties of the controller. */
public class SystemProperties {

    private SystemProperties() {}

    @CheckForNull
    public static Integer getInteger(String name, Integer def) {
        return Integer.getInteger(name, def);
    }
}
