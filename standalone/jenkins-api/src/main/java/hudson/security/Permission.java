package hudson.security;

/** Something that a person may be allowed to do. */
public final class Permission {

    private final String id;

    private Permission(String id) {
        this.id = id;
    }

    /** In Jenkins one that a plugin has defined; here each id is a permission of its own. */
    public static Permission fromId(String id) {
        return new Permission(id);
    }

    public String getId() {
        return id;
    }

    @Override
    public String toString() {
        return "Permission[" + id + "]";
    }
}
