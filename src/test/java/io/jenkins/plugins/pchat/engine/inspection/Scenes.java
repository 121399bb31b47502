package io.jenkins.plugins.pchat.engine.inspection;

import static io.jenkins.plugins.pchat.engine.inspection.Scene.blocks;
import static io.jenkins.plugins.pchat.engine.inspection.Scene.warns;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.pool.PoolState;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What can be wrong with a pool, with the servers, and between the two. */
final class Scenes {

    private Scenes() {}

    static Stream<Scene> ofThePool() {
        return Stream.of(
                blocks(
                        "management-shell",
                        lab -> lab.pool = Reading.failed(Failure.of(Failure.Code.SHELL, "Neither module is installed.")
                                .next("Install one."))),
                blocks("pool-exists", lab -> lab.pool = Reading.of(Pools.unknown())),
                blocks("pool-state-known", lab -> lab.pool = pool("Strange", Pools.BACKUP_SERVERS)),
                blocks(
                        "backup-database-in-topology",
                        lab -> lab.pool = Reading.of(Pools.with(Map.of("PersistentChatDatabase", Pools.SQLA), "RTC"))),
                blocks("servers-in-pool", lab -> lab.pool = Reading.of(Pools.with(Pools.BACKUP_SERVERS))),
                warns("replication-up-to-date", lab -> lab.pool = Reading.of(Pools.lagging()), lab -> {}),
                warns("pool-failed-over", lab -> lab.pool = pool("Normal", List.of()), lab -> {}),
                blocks("not-failed-back", lab -> lab.pool = pool("Normal", Pools.SERVERS)),
                blocks(
                        "primary-in-topology",
                        lab -> lab.pool = Reading.of(Pools.with(Pools.stores(Pools.SQLB, Pools.SQLB), "RTC"))),
                blocks(
                        "primary-in-topology",
                        lab -> lab.pool = Reading.of(Pools.with(Pools.stores(Pools.SQLA, Pools.SQLB), "OTHER"))),
                blocks(
                        "backup-in-topology",
                        lab -> lab.pool = Reading.of(Pools.with(Pools.stores(Pools.SQLA, Pools.SQLA), "RTC"))));
    }

    private static Reading<PoolState> pool(String state, List<String> active) {
        return Reading.of(Pools.in(state, active));
    }

    static Stream<Scene> ofTheServers() {
        return Stream.of(
                blocks(
                        "reachable",
                        lab -> lab.primaryAbsent = Failure.of(Failure.Code.CONNECT, "sqla can't be reached.")),
                blocks("permission", lab -> weak(lab)),
                warns("view-state", lab -> weak(lab), lab -> {}),
                blocks("server-name", lab -> lab.sqla.settings().newName("OTHER\\RTC"), lab -> lab.sqla
                        .settings()
                        .newName(null)),
                warns(
                        "no-trial-left",
                        lab -> lab.sqla.createDatabase("mgc_trial"),
                        lab -> lab.sqla.run("master", "DROP DATABASE mgc_trial")),
                blocks("edition", lab -> lab.sqlb.settings().edition("Express Edition (64-bit)"), lab -> lab.sqlb
                        .settings()
                        .edition("Standard Edition (64-bit)")),
                warns("clock", lab -> lab.sqla.settings().clock(Duration.ofMinutes(-6)), lab -> lab.sqla
                        .settings()
                        .clock(Duration.ZERO)),
                warns("clocks", lab -> lab.sqlb.settings().clock(Duration.ofMinutes(6)), lab -> lab.sqlb
                        .settings()
                        .clock(Duration.ZERO)),
                blocks("agent-procedures", lab -> lab.sqla.settings().configure("Agent XPs", 0), lab -> lab.sqla
                        .settings()
                        .configure("Agent XPs", 1)),
                blocks("agent-runs", lab -> lab.lab.faults().arm(Fault.AGENT_STOPPED), lab -> lab.lab
                        .faults()
                        .disarm()),
                warns("agent-account", lab -> lab.sqlb.accounts().agent("NT SERVICE\\SQLAgent$RTC"), lab -> lab.sqlb
                        .accounts()
                        .agent("DCI\\svc-sqlagent")),
                blocks("share-reachable", lab -> lab.lab.faults().arm(Fault.SHARE_GONE), lab -> lab.lab
                        .faults()
                        .disarm()),
                blocks(
                        "two-instances",
                        lab -> lab.primary = PreflightLab.target(
                                "127.0.0.1," + lab.lab.servers().backupPort())),
                blocks("versions", lab -> lab.sqla.settings().version("13.0.5026.0"), lab -> lab.sqla
                        .settings()
                        .version(null)),
                warns("same-build", lab -> lab.sqla.settings().version("12.0.6449.1"), lab -> lab.sqla
                        .settings()
                        .version(null)),
                warns("same-edition", lab -> lab.sqla.settings().edition("Enterprise Edition (64-bit)"), lab -> lab.sqla
                        .settings()
                        .edition("Standard Edition (64-bit)")),
                warns("server-collation", lab -> lab.sqla.settings().collation("Latin1_General_CS_AS"), lab -> lab.sqla
                        .settings()
                        .collation("SQL_Latin1_General_CP1_CI_AS")));
    }

    /** A login that is no sysadmin. */
    private static void weak(PreflightLab lab) {
        lab.login = "lyncchat";
    }
}
