package io.jenkins.plugins.pchat.lab.server;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How an instance was installed and set up; tests change it. What is encrypted here is so in the catalog only. */
public final class ServerSettings {

    private volatile String edition = "Standard Edition (64-bit)";
    private volatile String collation = "SQL_Latin1_General_CP1_CI_AS";
    private volatile String newName;
    private volatile String version;
    private volatile Duration clock = Duration.ZERO;
    private final Map<String, Integer> configured = new ConcurrentHashMap<>(Map.of("Agent XPs", 1));
    private final Map<String, byte[]> certificates = new TreeMap<>();

    public String edition() {
        return edition;
    }

    public void edition(String name) {
        edition = name;
    }

    /** The server's collation; databases keep theirs. */
    public String collation() {
        return collation;
    }

    public void collation(String name) {
        collation = name;
    }

    /** What {@code SERVERPROPERTY('ServerName')} says once the host was renamed and {@code @@SERVERNAME} was not; null before. */
    public String newName() {
        return newName;
    }

    public void newName(String name) {
        newName = name;
    }

    /** The version since an update, {@code 12.0.6449.1}; null before. */
    public String version() {
        return version;
    }

    public void version(String productVersion) {
        version = productVersion;
    }

    /** How far the clock is ahead. */
    public Duration clock() {
        return clock;
    }

    public void clock(Duration ahead) {
        clock = ahead;
    }

    /** The value of an option of {@code sp_configure}. */
    public int configured(String option, int otherwise) {
        return configured.getOrDefault(option, otherwise);
    }

    public void configure(String option, int value) {
        configured.put(option, value);
    }

    /** The certificates in master, by name, with their thumbprints. */
    public Map<String, byte[]> certificates() {
        return certificates;
    }
}
