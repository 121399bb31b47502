package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.LinkedHashSet;
import java.util.List;

/** Ends database mirroring for databases of the backup instance: {@code ALTER DATABASE ... SET PARTNER OFF}. */
public final class RemoveMirroring {

    private RemoveMirroring() {}

    /**
     * What the step asks for.
     *
     * @param instance the backup instance, which must be the principal
     * @param databases null or empty for {@code mgc} and {@code mgccomp}
     */
    public record Request(SqlTarget instance, List<String> databases) implements SqlRequest {

        private static final long serialVersionUID = 1L;

        public static final List<String> DEFAULT_DATABASES = List.of(DatabaseName.MGC, DatabaseName.MGCCOMP);

        public Request {
            Requests.needed("instance", instance);
            LinkedHashSet<String> names = new LinkedHashSet<>();
            for (String name : databases == null || databases.isEmpty() ? DEFAULT_DATABASES : databases) {
                names.add(DatabaseName.check(name, ""));
            }
            if (names.contains("")) {
                throw new IllegalArgumentException("databases holds an empty name.");
            }
            databases = List.copyOf(names);
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
