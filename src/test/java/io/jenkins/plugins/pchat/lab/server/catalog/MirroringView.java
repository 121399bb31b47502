package io.jenkins.plugins.pchat.lab.server.catalog;

import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.Mirroring;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The view of database mirroring: sessions are synchronized and safe, as long as they exist. */
final class MirroringView {

    static final CatalogView VIEW = CatalogView.server(
            "database_mirroring",
            "database_id int, mirroring_guid uniqueidentifier, mirroring_state tinyint, "
                    + "mirroring_state_desc nvarchar(60), mirroring_role tinyint, "
                    + "mirroring_role_desc nvarchar(60), mirroring_role_sequence int, "
                    + "mirroring_safety_level tinyint, "
                    + "mirroring_safety_level_desc nvarchar(60), mirroring_safety_sequence int, "
                    + "mirroring_partner_name nvarchar(128), "
                    + "mirroring_partner_instance nvarchar(128), mirroring_witness_name nvarchar(128), "
                    + "mirroring_witness_state tinyint, "
                    + "mirroring_witness_state_desc nvarchar(60), mirroring_failover_lsn numeric(25,0), "
                    + "mirroring_connection_timeout int, "
                    + "mirroring_redo_queue int, mirroring_redo_queue_type nvarchar(60), "
                    + "mirroring_end_of_log_lsn numeric(25,0), "
                    + "mirroring_replication_lsn numeric(25,0)",
            (instance, none) -> mirroring(instance));

    private MirroringView() {}

    private static List<Object[]> mirroring(LabInstance instance) {
        List<Object[]> rows = new ArrayList<>();
        for (Database database : instance.databases().all()) {
            Mirroring m = database.mirroring();
            Object[] row = new Object[21];
            row[0] = database.id();
            if (m != null) {
                Object[] session = {
                    m.session(),
                    m.failingOver() ? 3 : 4,
                    m.failingOver() ? "PENDING_FAILOVER" : "SYNCHRONIZED",
                    m.principal() ? 1 : 2,
                    m.principal() ? "PRINCIPAL" : "MIRROR",
                    1,
                    2,
                    "FULL",
                    1,
                    m.partnerAddress(),
                    m.partnerInstance(),
                    m.witness(),
                    m.witness() == null ? 0 : 1,
                    m.witness() == null ? "UNKNOWN" : "CONNECTED",
                    lsn(database),
                    10,
                    null,
                    "UNLIMITED",
                    lsn(database),
                    lsn(database)
                };
                System.arraycopy(session, 0, row, 1, session.length);
            }
            rows.add(row);
        }
        return rows;
    }

    private static BigDecimal lsn(Database database) {
        return BigDecimal.valueOf(database.log().next());
    }
}
