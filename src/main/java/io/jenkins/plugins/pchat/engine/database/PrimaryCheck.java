package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.sql.FenceSql;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/** Checks the primary's database for damage, before it becomes the one that all others are made of. */
final class PrimaryCheck {

    private final CheckDb how;
    private final String database;
    private final SqlSession primary;
    private final String server;
    private final String secondary;

    PrimaryCheck(ConfigureLogShipping.Request request, SqlSession primary, LogShippingNames names) {
        this.how = request.checkDb();
        this.database = request.database();
        this.primary = primary;
        this.server = names.primary();
        this.secondary = names.secondary();
    }

    List<PlannedAction> actions() {
        return how == CheckDb.NONE
                ? List.of()
                : List.of(new PlannedAction(
                        server,
                        how == CheckDb.FULL
                                ? "check the whole database for damage"
                                : "check the pages of the database for damage",
                        FenceSql.checkDatabase(database, how == CheckDb.PHYSICAL),
                        false,
                        this::check));
    }

    private void check(Console console) throws Failure, InterruptedException {
        try {
            primary.execute(FenceSql.checkDatabase(database, how == CheckDb.PHYSICAL), console);
        } catch (Failure e) {
            if (e.code() != Failure.Code.SQL) {
                throw e;
            }
            throw Failure.sql(
                            e.code(),
                            e.sqlNumber(),
                            "The check of " + database + " on " + server + " did not end well. " + e.what()
                                    + " Nothing was overwritten; " + database + " on " + secondary + " is whole.")
                    .next(
                            "Read all messages of the check above. If it found damage, check the disks of " + server
                                    + ", and restore the hand-over backup there again (pchatRestoreDb); if that is damaged too, take it"
                                    + " again (pchatBackupDb). If it could not run (tempdb, room on the disk), mend that and run this step again.");
        }
    }
}
