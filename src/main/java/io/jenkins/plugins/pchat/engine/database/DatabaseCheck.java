package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.FenceSql;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;

/**
 * Checks a database for damage: {@code DBCC CHECKDB}.
 *
 * @param how not {@link CheckDb#NONE}
 * @param spared what is well all the same when the check does not end well, as a sentence
 * @param next what to do then
 */
record DatabaseCheck(CheckDb how, String database, String spared, String next) {

    String statement() {
        return FenceSql.checkDatabase(database, how == CheckDb.PHYSICAL);
    }

    /**
     * Checks.
     *
     * @param place the database and its server, for the message
     * @throws Failure SQL with the number of the first error: damage (8921, 8939, ...), or that the check could not run
     */
    void run(SqlSession session, String place, Console console) throws Failure, InterruptedException {
        try {
            session.execute(statement(), console);
        } catch (Failure e) {
            if (e.code() != Failure.Code.SQL) {
                throw e;
            }
            throw Failure.sql(
                            e.code(),
                            e.sqlNumber(),
                            "The check of " + place + " did not end well. " + e.what() + " " + spared)
                    .next(next);
        }
    }
}
