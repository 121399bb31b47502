package io.jenkins.plugins.pchat.engine.database;

/** A database on a server, as guards of several operations look at it. */
interface NamedDatabase {

    ServerIdentity server();

    /** The database's name. */
    String name();

    /** Null when it does not exist. */
    DatabaseState database();

    MirroringState mirroring();

    /** {@code mgc on SQLB\RTC}. */
    default String place() {
        return name() + " on " + server().name();
    }
}
