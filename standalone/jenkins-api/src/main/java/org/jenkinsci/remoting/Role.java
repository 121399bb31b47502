package org.jenkinsci.remoting;

/** What one end of a channel is. */
public final class Role {
    private final String name;

    public Role(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }
}
