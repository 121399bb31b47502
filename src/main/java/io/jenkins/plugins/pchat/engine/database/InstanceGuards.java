package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;
import java.util.Locale;

/** What must hold of the instances themselves, whichever operation looks at them. */
final class InstanceGuards {

    static final Guard<ServerEnd> NAMED = Guard.refuseIf(
            "server-name",
            e -> !e.agent().named()
                    || !e.server().name().equalsIgnoreCase(e.server().propertyName()),
            e -> "@@SERVERNAME of " + e.server().propertyName() + " is "
                    + (e.agent().named() ? e.server().name() : "NULL")
                    + "; log shipping stores that name, and its jobs connect by it (32053).",
            "Give the server its name: sp_dropserver and sp_addserver with 'local', then restart the instance.");

    static final Guard<ServerIdentity> EDITION = Guard.refuseIf(
            "edition",
            s -> s.edition().toLowerCase(Locale.ROOT).contains("express"),
            s -> s.propertyName() + " is " + s.edition() + ", which has no log shipping (32017).",
            "Log shipping needs Standard, Web, Enterprise or Developer Edition on both ends.");

    static final Guard<ServerEnd> AGENT_PROCEDURES = Guard.refuseIf(
            "agent-procedures",
            e -> !e.agent().procedures(),
            e -> "The option Agent XPs of " + e.server().propertyName()
                    + " is off, so that its jobs can't be managed (15281).",
            "Start SQL Server Agent there, or switch the option on with sp_configure.");

    static final Guard<ServerEnd> AGENT_RUNS = Guard.refuseIf(
            "agent-runs",
            e -> !e.agent().running(),
            e -> "SQL Server Agent of " + e.server().propertyName() + " does not run, and nothing would be shipped.",
            "Start the service SQL Server Agent of that instance, and let it start by itself.");

    static final Guard<SeenFolder> SHARE_REACHABLE = Guard.refuseIf(
            "share-reachable",
            s -> !s.there(),
            s -> "The service account of SQL Server on " + s.server() + " can't see " + s.path() + " as a folder.",
            "Check that the share's server is up and the path is right, and give that service account (a computer account DOMAIN\\HOST$ for virtual"
                    + " accounts and Network Service) the rights to read and write there.");

    static final Guard<Pair> TWO_INSTANCES = Guard.refuseIf(
            "two-instances",
            p -> p.primary().propertyName().equalsIgnoreCase(p.backup().propertyName()),
            p -> "Primary and secondary are the same instance, which calls itself "
                    + p.primary().propertyName() + ".",
            "Name the rebuilt instance as primary and the backup instance as secondary.");

    static final Guard<Pair> VERSIONS = Guard.refuseIf(
            "versions",
            p -> p.primary().release() != p.backup().release(),
            p -> p.primary().propertyName() + " has version " + p.primary().version() + ", "
                    + p.backup().propertyName() + " has " + p.backup().version()
                    + "; a backup of the newer one can't be restored on the older one (3169), now or at the next"
                    + " failover.",
            "Bring both instances to the same major version of SQL Server.");

    private InstanceGuards() {}

    /** The two instances of the failback. */
    record Pair(ServerIdentity primary, ServerIdentity backup) {}
}
