package hudson;

/** Marks what plugins can extend. */
public interface ExtensionPoint {}
