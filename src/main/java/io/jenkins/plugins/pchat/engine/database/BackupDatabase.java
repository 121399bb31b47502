package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.List;

/** Takes the full backup that is handed over to the primary instance. */
public final class BackupDatabase {

    private BackupDatabase() {}

    /**
     * What the step asks for.
     *
     * @param instance the backup instance, which serves the users now
     * @param database null for {@code mgc}
     * @param share the UNC folder that both instances can reach
     * @param copyOnly whether the backup leaves the differential base alone; the default is true
     * @param compression null for the instance's own setting
     * @param statsPercent a progress message each so many percent, 1 to 100
     * @param maxTransferSize bytes, a multiple of 65536 up to 4194304; null for SQL Server's choice
     * @param bufferCount 1 to 4096; null for SQL Server's choice
     * @param description a text of the user's in the backup's header, at most 150 characters; may be null
     */
    public record Request(
            SqlTarget instance,
            String database,
            String share,
            boolean copyOnly,
            Compression compression,
            int statsPercent,
            Integer maxTransferSize,
            Integer bufferCount,
            String description)
            implements SqlRequest {

        private static final long serialVersionUID = 1L;

        public static final int DEFAULT_STATS_PERCENT = 5;
        private static final int TRANSFER_UNIT = 65536;
        private static final int TRANSFER_MOST = 4 * 1024 * 1024;
        private static final int DESCRIPTION_MOST = 150;

        public Request {
            Requests.needed("instance", instance);
            database = DatabaseName.check(database, DatabaseName.MGC);
            Requests.needed("share", share);
            share = UncPath.folder(share).value();
            compression = compression == null ? Compression.DEFAULT : compression;
            Requests.between("statsPercent", statsPercent, 1, 100);
            if (maxTransferSize != null) {
                Requests.between("maxTransferSize", maxTransferSize, TRANSFER_UNIT, TRANSFER_MOST);
                if (maxTransferSize % TRANSFER_UNIT != 0) {
                    throw new IllegalArgumentException(
                            "maxTransferSize is " + maxTransferSize + "; it must be a multiple of " + TRANSFER_UNIT + ".");
                }
            }
            if (bufferCount != null) {
                Requests.between("bufferCount", bufferCount, 1, 4096);
            }
            description = description == null || description.isBlank() ? null : description.strip();
            if (description != null && (description.length() > DESCRIPTION_MOST || description.matches(".*\\p{Cntrl}.*"))) {
                throw new IllegalArgumentException(
                        "description must be one line of at most " + DESCRIPTION_MOST + " characters.");
            }
        }

        /** The request with every default. */
        public static Request of(SqlTarget instance, String share) {
            return new Request(instance, null, share, true, null, DEFAULT_STATS_PERCENT, null, null, null);
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
