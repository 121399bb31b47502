package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.List;

/** Ships the log of the primary's database to the backup instance, which becomes the secondary. */
public final class ConfigureLogShipping {

    private ConfigureLogShipping() {}

    /**
     * What the step asks for.
     *
     * @param primary the rebuilt instance, which holds the restored database
     * @param secondary the backup instance, whose database is overwritten and stays RESTORING
     * @param database null for {@code mgc}; it has the same name on both
     * @param share the UNC folder that the primary writes log backups to and the secondary copies them from
     * @param copyDirectory the folder on the secondary that they are copied to; made when absent
     * @param handover the file of the hand-over backup, which must still verify before the secondary is overwritten; null: found in the
     *     secondary's {@code msdb}
     * @param settings null for {@link LogShippingSettings#defaults()}
     */
    public record Request(
            SqlTarget primary,
            SqlTarget secondary,
            String database,
            String share,
            String copyDirectory,
            String handover,
            LogShippingSettings settings)
            implements SqlRequest {

        private static final long serialVersionUID = 1L;

        public Request {
            Requests.needed("primary", primary);
            Requests.needed("secondary", secondary);
            if (primary.instance().equalsIgnoreCase(secondary.instance())) {
                throw new IllegalArgumentException("primary and secondary are both " + primary + "; log is shipped from one instance to another.");
            }
            database = DatabaseName.check(database, DatabaseName.MGC);
            Requests.needed("share", share);
            share = UncPath.folder(share).value();
            copyDirectory = new CopyFolder(copyDirectory).value();
            handover = handover == null || handover.isBlank() ? null : UncPath.file(handover).value();
            settings = settings == null ? LogShippingSettings.defaults() : settings;
        }

        @Override
        public List<SqlTarget> targets() {
            return List.of(primary, secondary);
        }

        @Override
        public Operation<?> on(List<SqlSession> sessions, OperationId id) {
            throw new UnsupportedOperationException();
        }
    }
}
