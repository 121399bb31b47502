package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;
import java.util.Optional;

/**
 * A row of {@code sys.databases}.
 *
 * @param state {@code ONLINE}, {@code RESTORING}, {@code RECOVERING}, {@code RECOVERY_PENDING}, {@code SUSPECT},
 *     {@code EMERGENCY},
 *     {@code OFFLINE}
 * @param userAccess {@code MULTI_USER}, {@code SINGLE_USER}, {@code RESTRICTED_USER}
 * @param recoveryModel {@code FULL}, {@code BULK_LOGGED}, {@code SIMPLE}
 * @param collation null unless the database is online
 * @param owner the owner's login name; null when that login is not on this server
 * @param inAvailabilityGroup always false before 2012
 * @param ownershipChaining the option {@code DB_CHAINING}
 */
public record DatabaseState(
        String name,
        int id,
        String state,
        String userAccess,
        String recoveryModel,
        boolean readOnly,
        String pageVerify,
        String collation,
        int compatibility,
        String owner,
        boolean inAvailabilityGroup,
        boolean asyncStatistics,
        boolean brokerEnabled,
        boolean trustworthy,
        boolean ownershipChaining) {

    /** Reads a database; empty when there is none of that name. */
    public static Optional<DatabaseState> read(SqlSession session, String database)
            throws Failure, InterruptedException {
        List<SqlRow> rows = session.query(Queries.DATABASE, database);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        SqlRow row = rows.get(0);
        return Optional.of(new DatabaseState(
                row.word("name"),
                row.integer("database_id"),
                row.word("state_desc"),
                row.word("user_access_desc"),
                row.word("recovery_model_desc"),
                row.flag("is_read_only"),
                row.text("page_verify_option_desc"),
                row.text("collation_name"),
                row.integer("compatibility_level"),
                row.text("owner_name"),
                row.has("replica_id") && row.value("replica_id") != null,
                flag(row, "is_auto_update_stats_async_on"),
                flag(row, "is_broker_enabled"),
                flag(row, "is_trustworthy_on"),
                flag(row, "is_db_chaining_on")));
    }

    private static boolean flag(SqlRow row, String column) {
        return row.has(column) && row.flag(column);
    }

    public boolean online() {
        return "ONLINE".equals(state);
    }

    public boolean restoring() {
        return "RESTORING".equals(state);
    }

    public boolean multiUser() {
        return "MULTI_USER".equals(userAccess);
    }

    public boolean recoveryFull() {
        return "FULL".equals(recoveryModel);
    }

    String line() {
        return name + ": " + state + ", " + userAccess + ", recovery model " + recoveryModel
                + (readOnly ? ", READ_ONLY" : "") + ", owner " + (owner == null ? "unknown" : owner)
                + ", page verify " + pageVerify + ", compatibility level " + compatibility
                + (collation == null ? "" : ", collation " + collation)
                + (brokerEnabled ? ", broker on" : "") + (trustworthy ? ", trustworthy" : "");
    }
}
