package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.List;

/** Replaces the primary instance's database by the one in a backup. */
public final class RestoreDatabase {

    private RestoreDatabase() {}

    /**
     * What the step asks for.
     *
     * @param instance the primary instance, whose database is overwritten
     * @param database null for {@code mgc}
     * @param backup the UNC path of the backup file
     * @param source the own name of the server that the backup must come from; null for any but {@code instance} itself
     * @param statsPercent a progress message each so many percent, 1 to 100
     */
    public record Request(SqlTarget instance, String database, String backup, String source, int statsPercent)
            implements SqlRequest {

        private static final long serialVersionUID = 1L;

        public static final int DEFAULT_STATS_PERCENT = 5;

        public Request {
            Requests.needed("instance", instance);
            database = DatabaseName.check(database, DatabaseName.MGC);
            Requests.needed("backup", backup);
            backup = UncPath.file(backup).value();
            source = Requests.serverName("source", source);
            Requests.between("statsPercent", statsPercent, 1, 100);
        }

        /** The request with every default. */
        public static Request of(SqlTarget instance, String backup) {
            return new Request(instance, null, backup, null, DEFAULT_STATS_PERCENT);
        }

        @Override
        public List<SqlTarget> targets() {
            return List.of(instance);
        }

        @Override
        public Operation<?> on(List<SqlSession> sessions, OperationId id) {
            throw new UnsupportedOperationException();
        }
    }
}
