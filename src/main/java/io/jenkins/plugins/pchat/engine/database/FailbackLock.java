package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.LockSql;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;
import java.util.Optional;

/**
 * Lets one operation at a time change an instance, from whichever Jenkins it comes: an application lock ({@code sp_getapplock}) that the session holds until it
 * ends, however it ends. A session that was just closed may have it for a moment yet; nobody waits longer than that, so that two can't wait for each other.
 */
public final class FailbackLock {

    private static final int GRANTED = 0;
    private static final int HELD_BY_ANOTHER = -1;

    /** How often it is asked for, a second apart, until another session is taken for one that stays. */
    private static final int LOOKS = 5;

    private final OperationId id;
    private final Pause pause;

    public FailbackLock(OperationId id) {
        this(id, Pause.REAL);
    }

    FailbackLock(OperationId id, Pause pause) {
        this.id = id;
        this.pause = pause;
    }

    /**
     * Takes the lock of an instance. An earlier session of the same operation may still have it, while a statement of it runs: that is no other failback.
     *
     * @throws Failure REFUSED, naming who has it
     */
    public void take(SqlSession session) throws Failure, InterruptedException {
        for (int look = 1; ; look++) {
            Optional<SqlRow> other = other(session);
            if (other.isEmpty()) {
                return;
            }
            if (look == LOOKS) {
                throw refused(session, other.get());
            }
            pause.seconds(1);
        }
    }

    /** Asks for it; who has it when it is not granted, other than this operation. */
    private Optional<SqlRow> other(SqlSession session) throws Failure, InterruptedException {
        long result = SqlRow.first(session.query(LockSql.TAKE)).whole("result");
        if (result == GRANTED) {
            return Optional.empty();
        }
        if (result != HELD_BY_ANOTHER) {
            throw Failure.of(
                            Failure.Code.SQL,
                            session.instance() + ": the lock against a second failback could not be taken;"
                                    + " sp_getapplock returned " + result + ".")
                    .next("Look at the error log of the instance, then run this step again.");
        }
        return holders(session).stream()
                .filter(row -> !id.applicationName().equals(row.text("program_name")))
                .findFirst();
    }

    private static List<SqlRow> holders(SqlSession session) throws Failure, InterruptedException {
        return session.query(LockSql.HOLDERS);
    }

    private static Failure refused(SqlSession session, SqlRow holder) {
        return Failure.of(
                        Failure.Code.REFUSED,
                        "Another failback works on " + session.instance() + ": " + who(holder)
                                + ". Two at once would overwrite each other's databases.")
                .next(
                        "Wait until that build has ended, or stop it; then run this step again. The lock is the session's: it goes when"
                                + " that session ends.");
    }

    /** Tells on a dry run, which takes no lock, when somebody has it. */
    public void tell(SqlSession session, Console console) throws Failure, InterruptedException {
        List<SqlRow> holders;
        try {
            holders = holders(session);
        } catch (Failure e) {
            if (e.code() == Failure.Code.DENIED) {
                // A guard says so, of all that this account may not see.
                return;
            }
            throw e;
        }
        for (SqlRow holder : holders) {
            console.line("Another failback works on " + session.instance() + " now: " + who(holder)
                    + ". While it does, this step would be refused.");
        }
    }

    private static String who(SqlRow holder) {
        return "session " + holder.text("session_id") + " of " + holder.text("login_name") + " from "
                + holder.text("host_name") + " since " + holder.time("login_time") + " (" + holder.text("program_name")
                + ")";
    }
}
