package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;

/** What must hold of the database that serves the users, whichever operation looks at it. */
final class SourceGuards {

    static final Guard<NamedDatabase> EXISTS = Guard.refuseIf(
            "database-exists",
            d -> d.database() == null,
            d -> d.name() + " does not exist on " + d.server().name()
                    + ", so this is not the instance that serves the users.",
            "Check the instance and the name of the database.");

    static final Guard<NamedDatabase> PRINCIPAL = Guard.refuseIf(
            "principal",
            d -> d.mirroring().isMirror(),
            d -> d.name() + " is the mirror copy on " + d.server().name() + "; the copy that users work with is on "
                    + d.mirroring().partner() + ".",
            "Name the partner as the instance: it is the principal.");

    static final Guard<NamedDatabase> NO_FAILOVER = Guard.refuseIf(
            "no-failover-under-way",
            d -> d.mirroring().failingOver(),
            d -> d.place() + " is switching roles with its partner right now.",
            "Wait until the roles are settled, find out which instance is the principal, and run this step again.");

    static final Guard<NamedDatabase> ONLINE = Guard.refuseIf(
            "database-online",
            d -> !d.database().online(),
            d -> d.place() + " is " + d.database().state() + ", so it does not serve the users and can't be backed up.",
            "Check the instance. If it is the right one, bring the database online first; a database that is"
                    + " RESTORING may be a copy of another one.");

    static final Guard<NamedDatabase> WRITABLE = Guard.refuseIf(
            "database-writable",
            d -> d.database().readOnly(),
            d -> d.place() + " is READ_ONLY; that travels with the backup, and Persistent Chat could not write on the"
                    + " primary.",
            "Set the database to READ_WRITE, once you know why it isn't.");

    static final Guard<NamedDatabase> MULTI_USER = Guard.refuseIf(
            "multi-user",
            d -> !d.database().multiUser(),
            d -> d.place() + " is " + d.database().userAccess() + "; that travels with the backup.",
            "Set the database to MULTI_USER, once you know why it isn't.");

    static final Guard<NamedDatabase> RECOVERY_FULL = Guard.refuseIf(
            "recovery-full",
            d -> !d.database().recoveryFull(),
            d -> d.place() + " has the recovery model " + d.database().recoveryModel() + "; log shipping needs FULL.",
            "Set the recovery model to FULL.");

    static final Guard<NamedDatabase> NOT_IN_AVAILABILITY_GROUP = Guard.refuseIf(
            "not-in-availability-group",
            d -> d.database().inAvailabilityGroup(),
            d -> d.place() + " is in an availability group, which Persistent Chat does not support.",
            "Check the instance and the name of the database.");

    private SourceGuards() {}
}
