package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.Observation;
import java.util.function.Function;

/** Guards that all operations on SQL Server share. */
final class CommonGuards {

    /** Backup, restore and mirroring need sysadmin, and so do the views that tell their states. */
    static final Guard<ServerIdentity> SYSADMIN = Guard.refuseIf(
            "permission",
            server -> !server.sysadmin(),
            server -> "The login " + server.login() + " is not a member of sysadmin on " + server.name()
                    + ", so what it sees there may be incomplete.",
            "Use a login that is a member of the server role sysadmin.");

    private CommonGuards() {}

    static <S extends Observation> Guard<S> permission(Function<S, ServerIdentity> server) {
        return SYSADMIN.on(server);
    }
}
