package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/**
 * A long statement of this very operation that an earlier life of it has started and that still runs on the server: the
 * agent died, the server has
 * not noticed. It is followed; a second one beside it would fail or do the work twice.
 */
final class OwnStatement {

    private static final int LOOK_SECONDS = 5;

    private final SqlSession session;
    private final OperationId id;
    private final List<String> commands;

    /**
     * A statement to look for.
     *
     * @param commands how what {@code sys.dm_exec_requests} calls it begins: {@code BACKUP DATABASE}, {@code RESTORE DATABASE}, {@code DBCC}, which goes on
     *     with what the check is at
     */
    OwnStatement(SqlSession session, OperationId id, String... commands) {
        this.session = session;
        this.id = id;
        this.commands = List.of(commands);
    }

    /** How far it is, in percent; null when none runs. */
    Integer percent() throws Failure, InterruptedException {
        for (SqlRow row : session.query(Queries.RUNNING_REQUESTS, id.applicationName())) {
            if (isOne(row.text("command"))) {
                Long percent = row.number("percent_complete");
                return percent == null ? 0 : percent.intValue();
            }
        }
        return null;
    }

    private boolean isOne(String command) {
        return command != null
                && commands.stream().anyMatch(begin -> command.regionMatches(true, 0, begin, 0, begin.length()));
    }

    /** Waits until it runs no more, and tells how far it is. */
    void follow(Console console, Pause pause) throws Failure, InterruptedException {
        int told = -1;
        for (Integer percent = percent(); percent != null; percent = percent()) {
            if (percent > told) {
                told = percent;
                console.line(percent + " %");
            }
            pause.seconds(LOOK_SECONDS);
        }
    }
}
