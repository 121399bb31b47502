package io.jenkins.plugins.pchat.engine.database;

/**
 * A folder as the service account of a server sees it.
 *
 * @param server the server's own name
 * @param there whether it is seen, and is a folder
 */
record SeenFolder(String server, String path, boolean there) {}
