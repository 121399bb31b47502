package hudson.security;

/** Something that a person may be allowed to do. */
public final class Permission {

    private final String id;

    public Permission(String id) {
        this.id = id;
    }

    public String getId() {
        return id;
    }

    @Override
    public String toString() {
        return "Permission[" + id + "]";
    }
}
