package io.jenkins.plugins.pchat.live;

import io.jenkins.plugins.pchat.lab.DatabaseServers;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import java.time.Duration;

/** Takes the controller away in the middle of a long statement, and brings it back. */
final class Restarts {

    /** What a step says when it finds that its statement has gone on without it. */
    static final String FOLLOWED = "This operation still runs on the agent from before it was lost";

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final LiveJenkins jenkins;
    private final Site site;
    private final LiveBuild build;
    private final Statement backup;
    private final Statement restore;
    private boolean backupWentOn;
    private boolean backupWasFollowed;

    Restarts(LiveJenkins jenkins, Site site, LiveBuild build) {
        this.jenkins = jenkins;
        this.site = site;
        this.build = build;
        DatabaseServers servers = site.lab().servers();
        backup = new Statement(servers.backup(), "BACKUP DATABASE");
        restore = new Statement(servers.primary(), "RESTORE DATABASE");
    }

    /** From now on a statement takes so long that there is time to strike. */
    void slowDown() {
        site.lab().faults().arm(Fault.SLOW_DISK);
    }

    /** An administrator restarts Jenkins while the backup runs. The agent's JVM lives on. */
    void inMidBackup() throws Exception {
        backup.awaitRunning();
        // Not yet: an agent learns of it when it connects again.
        jenkins.home().agentsRestart();
        jenkins.stop();
        backupWentOn = backup.runs();
        jenkins.start();
        Waiting.until(
                "the step goes on after the restart",
                LIMIT,
                () -> build.console().contains(FOLLOWED) || !backup.runs(),
                site.agent()::log);
        backupWasFollowed = backup.runs();
        site.lab().faults().disarm();
    }

    /** The controller dies while the restore runs, and the agent starts itself anew when it notices. */
    void inMidRestore() throws Exception {
        restore.awaitRunning();
        slowDown();
        jenkins.kill();
        jenkins.start();
        Waiting.until("the agent is back", LIMIT, site.agent()::online, site.agent()::log);
        site.lab().faults().disarm();
    }

    /** Whether the backup ran on when there was no controller any more. */
    boolean backupWentOn() {
        return backupWentOn;
    }

    /** Whether it still ran when the controller was back; on a slow machine it may have ended before. */
    boolean backupWasFollowed() {
        return backupWasFollowed;
    }

    long backups() {
        return backup.sent(site.lab().journal());
    }

    long restores() {
        return restore.sent(site.lab().journal());
    }
}
