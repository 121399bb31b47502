package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.TableDefinition;
import io.jenkins.plugins.pchat.lab.server.tsql.Expression;
import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;
import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;

/** DBCC CHECKDB. The lab's pages are never damaged of themselves: the fault {@code pages-damaged} damages one of each database. */
final class CheckStatement {

    private final LabSession session;
    private final QueryRunner runner;
    private final Reply reply;

    CheckStatement(LabSession session, QueryRunner runner, Reply reply) {
        this.session = session;
        this.runner = runner;
        this.reply = reply;
    }

    void run(ServerStatement.CheckDatabase check) throws ServerError, InterruptedException {
        Expression given = check.database();
        Token name = given == null ? null : given.single();
        String database = given == null
                ? session.database()
                : name != null && name.isName() ? name.text() : String.valueOf(runner.value(given));
        Database checked = session.instance().databases().enter(session, database);
        session.running().request().worksOn(checked);
        boolean damaged = session.instance().faults().inForce(Fault.PAGES_DAMAGED);
        if (damaged) {
            damage(checked, check.line());
        }
        if (damaged || !check.options().contains("NO_INFOMSGS")) {
            info(
                    8989,
                    "CHECKDB found 0 allocation errors and " + (damaged ? 1 : 0) + " consistency errors in database '"
                            + checked.name() + "'.",
                    check.line());
        }
        if (!check.options().contains("NO_INFOMSGS")) {
            info(
                    2528,
                    "DBCC execution completed. If DBCC printed error messages, contact your system administrator.",
                    check.line());
        }
    }

    private void damage(Database database, int line) {
        int table = database.tables().values().stream()
                .mapToInt(TableDefinition::objectId)
                .findFirst()
                .orElse(34);
        reply.error(
                8939,
                98,
                16,
                "Table error: Object ID " + table + ", index ID 1, partition ID 72057594038779904, alloc unit ID"
                        + " 72057594043826176 (type In-row data), page (1:79). Test (IS_OFF (BUF_IOERR, pBUF->bstat))"
                        + " failed. Values are 12716041 and -4.",
                line);
        info(
                8958,
                "repair_allow_data_loss is the minimum repair level for the errors found by DBCC CHECKDB ("
                        + database.name() + ").",
                line);
    }

    private void info(int number, String text, int line) {
        reply.info(number, 1, 10, text, line);
    }
}
