package io.jenkins.plugins.pchat.engine.inspection;

import static io.jenkins.plugins.pchat.engine.inspection.LeftToDo.parameters;

import io.jenkins.plugins.pchat.engine.database.FailedBackSql;
import io.jenkins.plugins.pchat.engine.pool.PoolState;
import io.jenkins.plugins.pchat.engine.shell.Cmdlet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is left to do about the primary's mirror, for a pool whose topology has one. */
final class MirrorTasks {

    private static final String MESSAGES = "PersistentChat";
    private static final String COMPLIANCE = "PersistentChatCompliance";

    private final VerifyState seen;
    private final PoolState pool;
    private final String mirror;

    MirrorTasks(VerifyState seen, PoolState pool) {
        this.seen = seen;
        this.pool = pool;
        this.mirror = server(pool, PoolState.MIRROR_DATABASE, seen.servers().primaryName())
                .orElseThrow();
    }

    /**
     * A store of the topology as a server.
     *
     * @param sibling the server that it mirrors, whose instance's name it is taken to have while the topology does not tell it
     */
    static Optional<String> server(PoolState pool, String role, String sibling) {
        String alike = sibling.indexOf('\\') < 0 ? "" : sibling.substring(sibling.indexOf('\\') + 1);
        String instance = pool.storeInstance(role).orElse(alike);
        return pool.storeHost(role).map(host -> instance.isEmpty() ? host : host + "\\" + instance);
    }

    /** By type of database and not for all configured ones: the instance may hold more than Persistent Chat's. */
    Task install() {
        List<String> commands = new ArrayList<>();
        commands.add(install(MESSAGES));
        if (FailedBackSql.hasCompliance(seen.servers())) {
            commands.add(install(COMPLIANCE));
        }
        commands.add(
                command("Get-CsDatabaseMirrorState", parameters("PoolFqdn", pool.pool(), "DatabaseType", MESSAGES)));
        return new Task(
                "Mirror the primary's databases to " + mirror + " again",
                "a restore takes them out of mirroring, and without it the primary's data centre has one copy. What the mirror"
                        + " holds of these databases is dropped there. In the management shell:",
                commands);
    }

    private String install(String type) {
        String primary = seen.servers().primaryName();
        Map<String, Object> parameters = parameters(
                "DatabaseType",
                type,
                "SqlServerFqdn",
                pool.storeHost(PoolState.PRIMARY_DATABASE)
                        .orElse(seen.asked().shipping().primary().host()));
        int instance = primary.indexOf('\\');
        if (instance >= 0) {
            parameters.put("SqlInstanceName", primary.substring(instance + 1));
        }
        parameters.put("FileShare", seen.asked().shipping().share());
        parameters.put("DropExistingDatabasesOnMirror", true);
        parameters.put("Confirm", false);
        parameters.put("Verbose", true);
        return command("Install-CsMirrorDatabase", parameters);
    }

    /** Microsoft says it of the Front End servers of a pool whose back end was mirrored anew; chat servers keep connections likewise. */
    Task restart() {
        List<String> commands = new ArrayList<>();
        for (String computer : pool.active().isEmpty() ? pool.computers() : pool.active()) {
            commands.add(command("Stop-CsWindowsService", parameters("ComputerName", computer, "Graceful", true)));
            commands.add(command("Start-CsWindowsService", parameters("ComputerName", computer)));
        }
        return new Task(
                "Restart the pool's servers after that, one after the other",
                "servers learn of a mirror that was changed when they start; Microsoft asks for it for Front End servers, so"
                        + " restart those of a pool that shares these SQL Servers too. In the management shell:",
                commands);
    }

    /** In the order of the documents: fail over to the mirror, register it, fail back. */
    Task secondPrimary() {
        List<String> commands = new ArrayList<>();
        commands.add(failOver("Mirror"));
        commands.addAll(FailedBackSql.secondPrimary(seen.servers(), mirror));
        commands.add(failOver("Primary"));
        return new Task(
                "Register log shipping on the mirror " + mirror + " too, once it is mirrored",
                "else nothing is shipped any more after a failover to the mirror; skip it if "
                        + seen.asked().shipping().database()
                        + " is registered there.",
                commands);
    }

    private String failOver(String principal) {
        return command(
                "Invoke-CsDatabaseFailover",
                parameters("PoolFqdn", pool.pool(), "DatabaseType", MESSAGES, "NewPrincipal", principal));
    }

    private static String command(String name, Map<String, Object> parameters) {
        return new Cmdlet(name, parameters, List.of()).toString();
    }
}
