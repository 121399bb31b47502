package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/**
 * The mirroring session of a database ({@code sys.database_mirroring}).
 *
 * @param mirrored whether there is one; all others are null if not
 * @param role {@code PRINCIPAL} or {@code MIRROR}
 * @param state {@code SYNCHRONIZED}, {@code SYNCHRONIZING}, {@code SUSPENDED}, {@code DISCONNECTED}, {@code
 *     PENDING_FAILOVER}, ...
 * @param partner the partner's instance name, or its endpoint when the name isn't known
 * @param witness the witness's endpoint; null or empty without one
 */
public record MirroringState(boolean mirrored, String role, String state, String partner, String witness) {

    public static final MirroringState NONE = new MirroringState(false, null, null, null, null);

    /** The documented state 3: roles are being switched right now. */
    private static final String PENDING_FAILOVER = "PENDING_FAILOVER";

    public static MirroringState read(SqlSession session, String database) throws Failure, InterruptedException {
        List<SqlRow> rows = session.query(Queries.MIRRORING, database);
        if (rows.isEmpty() || rows.get(0).value("mirroring_guid") == null) {
            return NONE;
        }
        SqlRow row = rows.get(0);
        String partner = row.text("mirroring_partner_instance");
        return new MirroringState(
                true,
                row.word("mirroring_role_desc"),
                row.word("mirroring_state_desc"),
                partner == null ? row.text("mirroring_partner_name") : partner,
                row.text("mirroring_witness_name"));
    }

    public boolean isMirror() {
        return "MIRROR".equals(role);
    }

    public boolean failingOver() {
        return PENDING_FAILOVER.equals(state);
    }

    String line() {
        return mirrored
                ? role + " of a mirroring session with " + partner + ", " + state
                        + (witness == null || witness.isEmpty() ? "" : ", witness " + witness)
                : "not mirrored";
    }
}
