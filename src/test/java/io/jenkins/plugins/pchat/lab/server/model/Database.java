package io.jenkins.plugins.pchat.lab.server.model;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A database: everything about it but its rows. Whoever changes it holds its monitor. */
public final class Database {

    /** {@code state}, with its numbers. */
    public enum State {
        ONLINE(0),
        RESTORING(1),
        RECOVERING(2),
        OFFLINE(6);

        private final int number;

        State(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    /** {@code user_access}, numbered in order. */
    public enum Access {
        MULTI_USER,
        SINGLE_USER,
        RESTRICTED_USER
    }

    /** {@code recovery_model}, numbered from 1. */
    public enum Recovery {
        FULL,
        BULK_LOGGED,
        SIMPLE
    }

    private final int id;
    private final String name;
    private final LogChain log = new LogChain();
    private final Map<String, TableDefinition> tables = new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<DatabaseUser> users = new CopyOnWriteArrayList<>();
    private final Map<String, Object> options = new ConcurrentHashMap<>();
    private volatile List<DataFile> files = List.of();
    private volatile State state = State.ONLINE;
    private volatile Access access = Access.MULTI_USER;
    private volatile Recovery recovery = Recovery.FULL;
    private volatile Mirroring mirroring;
    private volatile Runnable partner = () -> {};
    private volatile byte[] ownerSid;
    private volatile Identity identity;

    public Database(int id, String name, byte[] ownerSid, LocalDateTime created) {
        this.id = id;
        this.name = name;
        this.ownerSid = ownerSid;
        this.identity = Identity.created(created);
        users.add(new DatabaseUser(0, "public", 'R', null));
        users.add(new DatabaseUser(1, "dbo", 'S', ownerSid));
        users.add(new DatabaseUser(2, "guest", 'S', null));
        users.add(new DatabaseUser(3, "INFORMATION_SCHEMA", 'S', null));
        users.add(new DatabaseUser(4, "sys", 'S', null));
        users.add(new DatabaseUser(16384, "db_owner", 'R', null));
    }

    public int id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The schema of the table engine that holds its tables. */
    public String schema() {
        return schema(name);
    }

    /** The schema that holds the tables of a database of this name. */
    public static String schema(String database) {
        return database.toLowerCase(Locale.ROOT) + ".dbo";
    }

    public boolean isSystem() {
        return id <= 4;
    }

    public LogChain log() {
        return log;
    }

    public Map<String, TableDefinition> tables() {
        return tables;
    }

    public List<DatabaseUser> users() {
        return users;
    }

    /**
     * Options that nothing but the catalog shows: {@code is_trustworthy_on}, {@code page_verify_option_desc}; the thumbprint of the certificate that
     * encrypts it, {@code ENCRYPTED_BY}; the id of the database that it is a snapshot of, {@code SNAPSHOT_OF}.
     */
    public Map<String, Object> options() {
        return options;
    }

    public List<DataFile> files() {
        return files;
    }

    public void files(List<DataFile> newFiles) {
        files = List.copyOf(newFiles);
    }

    public State state() {
        return state;
    }

    public void state(State newState) {
        state = newState;
    }

    public Access access() {
        return access;
    }

    public void access(Access newAccess) {
        access = newAccess;
    }

    public Recovery recovery() {
        return recovery;
    }

    public void recovery(Recovery model) {
        recovery = model;
        if (model == Recovery.SIMPLE) {
            log.breakChain();
        }
    }

    /** The mirroring session, null when there is none. */
    public Mirroring mirroring() {
        return mirroring;
    }

    public void mirroring(Mirroring session) {
        mirroring = session;
    }

    /** How the partner of the mirroring session learns that the session was removed here. */
    public void partner(Runnable whenRemoved) {
        partner = whenRemoved;
    }

    /** Removes the mirroring session on both sides. */
    public void removeMirroring() {
        mirroring = null;
        partner.run();
    }

    public byte[] ownerSid() {
        return ownerSid;
    }

    /** Makes a login the owner; user dbo is its. */
    public void ownerSid(byte[] sid) {
        ownerSid = sid;
        users.replaceAll(u -> u.id() == 1 ? u.of(sid) : u);
    }

    public Identity identity() {
        return identity;
    }

    /** Becomes the database that a backup was made of, or a new fork of itself. */
    public void identity(Identity newIdentity) {
        identity = newIdentity;
    }
}
