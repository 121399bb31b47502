package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;
import java.util.Set;

/**
 * The database of a trial restore, if there is one now.
 *
 * @param name its name
 * @param state null when it does not exist
 * @param ours whether a trial has made it, so that it can be dropped
 */
record TrialDatabase(String name, DatabaseState state, boolean ours) {

    /** What a restore that was cut leaves, and a server that was stopped meanwhile. Files of a database that is OFFLINE would stay on the disk. */
    private static final Set<String> CUT = Set.of("RESTORING", "RECOVERING", "RECOVERY_PENDING", "SUSPECT");

    /**
     * Looks. It is ours when all of its files are called as only a trial calls them, and when it either is a restore that was cut or, according to msdb,
     * was restored from a backup of the original; msdb does not tell of a restore that has not ended.
     *
     * @param original the database that is tried
     */
    static TrialDatabase read(SqlSession session, String original, List<DatabaseFile> present)
            throws Failure, InterruptedException {
        String name = TrialFiles.database(original);
        DatabaseState state = DatabaseState.read(session, name).orElse(null);
        List<DatabaseFile> files = present.stream().filter(f -> f.isOf(name)).toList();
        boolean called = state != null
                && !files.isEmpty()
                && files.stream().allMatch(f -> TrialFiles.isOurs(original, f.path()));
        boolean ours = called && (CUT.contains(state.state()) || state.online() && isRestored(session, name, original));
        return new TrialDatabase(name, state, ours);
    }

    static TrialDatabase read(SqlSession session, String original) throws Failure, InterruptedException {
        return read(session, original, DatabaseFile.all(session));
    }

    private static boolean isRestored(SqlSession session, String name, String original)
            throws Failure, InterruptedException {
        List<SqlRow> restores = session.query(Queries.FULL_RESTORES, name);
        return !restores.isEmpty() && original.equalsIgnoreCase(restores.get(0).text("database_name"));
    }

    boolean exists() {
        return state != null;
    }

    String line() {
        if (!exists()) {
            return name + " does not exist";
        }
        return state.line() + (ours ? "; a trial has made it, and the next one drops it first" : "");
    }
}
