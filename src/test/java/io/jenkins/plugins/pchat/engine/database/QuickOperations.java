package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/** Operations whose pauses are there, and are short: a lab settles in milliseconds what takes a data centre seconds. */
public final class QuickOperations {

    private static final Pause QUICK = seconds -> Thread.sleep(seconds * 10L);

    private QuickOperations() {}

    /** What a verification reads with. */
    public static FailedBackReader reader(
            ConfigureLogShipping.Request shipping, List<SqlSession> sessions, OperationId id) {
        return new FailedBackReader(shipping, sessions.get(0), sessions.get(1), id, QUICK);
    }

    /** How long a pause is there. */
    public static Pause pause() {
        return QUICK;
    }

    /** The operation of a request; one that doesn't wait is as the request makes it. */
    public static Operation<?> of(SqlRequest request, List<SqlSession> sessions, OperationId id) {
        if (request instanceof RemoveMirroring.Request mirroring) {
            return new RemoveMirroring(mirroring, sessions.get(0), QUICK);
        }
        if (request instanceof BackupDatabase.Request backup) {
            return new BackupDatabase(backup, sessions.get(0), id, QUICK);
        }
        if (request instanceof RestoreDatabase.Request restore) {
            return new RestoreDatabase(restore, sessions.get(0), id, QUICK);
        }
        if (request instanceof TrialRestore.Request trial) {
            return new TrialRestore(trial, sessions.get(0), id, QUICK);
        }
        if (request instanceof ConfigureLogShipping.Request shipping) {
            return new ConfigureLogShipping(shipping, sessions.get(0), sessions.get(1), id, QUICK);
        }
        return request.on(sessions, id);
    }
}
