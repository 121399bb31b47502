package hudson.model;

/** A folder, or Jenkins itself. */
public interface ItemGroup<T extends Item> extends ModelObject {
    String getFullName();
}
