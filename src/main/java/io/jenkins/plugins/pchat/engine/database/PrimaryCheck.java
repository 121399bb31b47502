package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/** Checks the primary's database for damage, before it becomes the one that all others are made of. */
final class PrimaryCheck {

    private final DatabaseCheck check;
    private final String database;
    private final SqlSession primary;
    private final String server;

    PrimaryCheck(ConfigureLogShipping.Request request, SqlSession primary, LogShippingNames names) {
        this.database = request.database();
        this.primary = primary;
        this.server = names.primary();
        this.check = new DatabaseCheck(
                request.checkDb(),
                database,
                "Nothing was overwritten; " + database + " on " + names.secondary() + " is whole.",
                "Read all messages of the check above. If it found damage, check the disks of " + server
                        + ", and restore the hand-over backup there again (pchatRestoreDb); if that is damaged too, take it"
                        + " again (pchatBackupDb). If it could not run (tempdb, room on the disk), mend that and run this step again.");
    }

    List<PlannedAction> actions() {
        return check.how() == CheckDb.NONE
                ? List.of()
                : List.of(new PlannedAction(
                        server,
                        check.how() == CheckDb.FULL
                                ? "check the whole database for damage"
                                : "check the pages of the database for damage",
                        check.statement(),
                        false,
                        console -> check.run(primary, database + " on " + server, console)));
    }
}
