package jenkins.security;

import org.jenkinsci.remoting.Role;

/** The two ends of a channel. */
public class Roles {
    public static final Role CONTROLLER = new Role("controller");
    public static final Role SLAVE = new Role("slave");

    private Roles() {}
}
