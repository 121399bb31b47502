package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.database.DatabaseName;
import io.jenkins.plugins.pchat.engine.database.FailedBack;
import io.jenkins.plugins.pchat.engine.database.FailedBackSql;
import io.jenkins.plugins.pchat.engine.pool.PoolState;
import io.jenkins.plugins.pchat.engine.shell.Cmdlet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a failback leaves for a person, in the order in which it is best done. Only what applies to this deployment is among it. The documents name most of
 * it only by reference; the commands are those of their reference pages.
 */
final class LeftToDo {

    private final VerifyState seen;
    private final FailedBack servers;
    private final List<Task> tasks = new ArrayList<>();

    private LeftToDo(VerifyState seen) {
        this.seen = seen;
        this.servers = seen.servers();
    }

    static List<Task> of(VerifyState seen) {
        LeftToDo left = new LeftToDo(seen);
        left.logins();
        left.mirrors();
        left.events();
        left.compliance();
        left.check();
        left.files();
        return List.copyOf(left.tasks);
    }

    private void add(String what, String why, List<String> commands) {
        tasks.add(new Task(what, why, commands));
    }

    private void logins() {
        List<String> statements = FailedBackSql.logins(servers);
        if (!statements.isEmpty()) {
            add(
                    "Give the users of " + servers.asked().database() + " on " + servers.primaryName()
                            + " their logins",
                    "their logins were not on this instance when the database was restored, and each lets somebody in, so a"
                            + " person decides. After that, run pchatVerify again.",
                    statements);
        }
    }

    private void mirrors() {
        if (!seen.pool().present()) {
            add(
                    "Look whether the topology has mirrors for pool "
                            + seen.asked().pool(),
                    "the pool could not be read, so what is left of mirroring is not in this list. Run pchatVerify again once"
                            + " the management shell answers.",
                    List.of(new Cmdlet(
                                    "Get-CsService",
                                    parameters(
                                            "PersistentChatServer",
                                            true,
                                            "PoolFqdn",
                                            seen.asked().pool()),
                                    List.of())
                            .toString()));
            return;
        }
        PoolState pool = seen.pool().get();
        if (pool.storeHost(PoolState.MIRROR_DATABASE).isPresent()) {
            MirrorTasks mirroring = new MirrorTasks(seen, pool);
            if (!FailedBackSql.isMirrored(servers)) {
                tasks.add(mirroring.install());
                tasks.add(mirroring.restart());
            }
            tasks.add(mirroring.secondPrimary());
        }
        MirrorTasks.server(pool, PoolState.BACKUP_MIRROR_DATABASE, servers.secondaryName())
                .ifPresent(instance -> {
                    add(
                            "Drop the stale copies on " + instance,
                            "they were the mirror of the backup instance, stay RESTORING for ever and are of no use; a failover makes"
                                    + " new ones. Make sure first that they are that.",
                            FailedBackSql.dropCopies(
                                    instance, List.of(servers.asked().database(), DatabaseName.MGCCOMP)));
                });
    }

    private void events() {
        List<String> active =
                seen.pool().present() && !seen.pool().get().active().isEmpty()
                        ? seen.pool().get().active()
                        : seen.asked().servers();
        add(
                "Watch for event 53530 on the chat servers",
                "it says that a server has lost its connection to the database. Look some times on the first day; some around the"
                        + " failback itself are expected.",
                active.stream().map(LeftToDo::events).toList());
    }

    private static String events(String computer) {
        return new Cmdlet("Get-WinEvent", parameters("ComputerName", computer), List.of())
                + " -FilterHashtable @{LogName='Lync Server'; Id=53530; StartTime=(Get-Date).AddDays(-1)}"
                + " -ErrorAction SilentlyContinue";
    }

    private void compliance() {
        if (FailedBackSql.hasOldCompliance(servers)) {
            add(
                    "See whether compliance records are left in " + DatabaseName.MGCCOMP + " on "
                            + servers.secondaryName(),
                    "that database is neither backed up nor restored by a failback. If Persistent Chat compliance is switched on"
                            + " and tables there still hold records, the adapter had not processed them; keep a backup of it.",
                    List.of(FailedBackSql.complianceRows(servers)));
        }
    }

    private void check() {
        add(
                "Check the database on " + servers.primaryName() + " as a whole",
                "it takes long and reads everything, so do it in a quiet hour of the next days.",
                List.of(FailedBackSql.check(servers)));
    }

    private void files() {
        List<String> kept = FailedBackSql.keptFiles(servers);
        if (!kept.isEmpty()) {
            add(
                    "Delete the failback's backups once the pool has worked for some days",
                    "until then they are the way back. No job deletes them.",
                    kept.stream().map(LeftToDo::remove).toList());
        }
        List<String> leftover = FailedBackSql.leftoverFiles(servers);
        if (!leftover.isEmpty()) {
            add(
                    "Delete what earlier attempts have left on "
                            + servers.asked().share(),
                    "these backups were not used for this failback; one that was cut is not even whole.",
                    leftover.stream().map(LeftToDo::remove).toList());
        }
    }

    private static String remove(String path) {
        return new Cmdlet("Remove-Item", parameters("LiteralPath", path), List.of()).toString();
    }

    /** Names and values in turns, in the order of the command line. */
    static Map<String, Object> parameters(Object... namesAndValues) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }
}
