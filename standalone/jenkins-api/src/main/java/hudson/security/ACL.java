package hudson.security;

import org.springframework.security.core.Authentication;

/** Who may do what. */
public abstract class ACL {

    public static final Authentication SYSTEM2 = new SystemUser();

    private static final class SystemUser implements Authentication {
        private static final long serialVersionUID = 1L;

        @Override
        public String getName() {
            return "SYSTEM";
        }
    }
}
