package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;

/** A person. */
public class User {

    private final String id;

    private User(String id) {
        this.id = id;
    }

    /** In Jenkins null for somebody unknown who is not to be made; here everybody is known. */
    @CheckForNull
    public static User getById(String id, boolean create) {
        return new User(id);
    }

    @NonNull
    public String getId() {
        return id;
    }
}
