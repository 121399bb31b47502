package hudson.model;

import java.io.IOException;

/** What can be written to the disk. */
public interface Saveable {
    void save() throws IOException;
}
