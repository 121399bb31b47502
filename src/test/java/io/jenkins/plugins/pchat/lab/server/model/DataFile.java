package io.jenkins.plugins.pchat.lab.server.model;

/**
 * A file of a database.
 *
 * @param id 1 for the primary data file, 2 for the first log file
 * @param log whether it is a log file, {@code type_desc} LOG instead of ROWS
 * @param bytes its size, a multiple of the page size
 */
public record DataFile(int id, String logicalName, String physicalName, boolean log, long bytes) {

    /** The bytes in a page. */
    public static final int PAGE = 8192;

    public long pages() {
        return bytes / PAGE;
    }

    public DataFile at(String newPhysicalName) {
        return new DataFile(id, logicalName, newPhysicalName, log, bytes);
    }

    public DataFile sized(long newBytes) {
        return new DataFile(id, logicalName, physicalName, log, newBytes);
    }
}
