package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Observation;
import java.util.ArrayList;
import java.util.List;

/**
 * What was read on the target before and after a trial restore.
 *
 * @param original the database that is tried; null when there is none here
 * @param trial the database of the trial
 * @param sessions who is connected to the trial's database
 * @param running how far a statement of this very operation is that still runs on the server, in percent; null if none runs
 * @param placement where the files of the trial go; null when the backup tells of none
 * @param taken which of these places have a file that no database of a trial has
 * @param present the files of all databases of the target
 * @param volumes the volumes that could be asked for their room
 */
record TrialState(
        ServerIdentity server,
        DatabaseState original,
        TrialDatabase trial,
        List<String> sessions,
        SeenBackup backup,
        Integer running,
        FilePlacement placement,
        List<String> taken,
        List<DatabaseFile> present,
        List<Volume> volumes)
        implements Observation, NamedDatabase {

    @Override
    public String name() {
        return trial.name();
    }

    @Override
    public DatabaseState database() {
        return trial.state();
    }

    /** A database that was restored under another name is mirrored by nobody. */
    @Override
    public MirroringState mirroring() {
        return MirroringState.NONE;
    }

    BackupHeader set() {
        return backup.set();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(server.line());
        lines.add(
                original == null
                        ? backup.database() + " does not exist"
                        : original.line() + "; a trial does not touch it");
        lines.add(trial.line());
        lines.addAll(backup.lines());
        if (running != null) {
            lines.add("a statement of this step still runs on the server, " + running + " %");
        }
        sessions.forEach(session -> lines.add("connected to " + name() + ": " + session));
        return lines;
    }
}
