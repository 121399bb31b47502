package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An earlier run of the same operation that is still at work in this JVM: nobody hears it any more, and it ends with the statement that it runs.
 * It is waited for before anything is read, for what it leaves is what there is to go on from.
 */
public final class EarlierRun {

    private static final int LOOK_SECONDS = 5;

    private final List<Thread> threads;
    private final List<SqlSession> sessions;
    private final OperationId id;
    private final Console console;
    private final Pause pause;
    private int told = -1;

    /**
     * An earlier run.
     *
     * @param threads what it runs on
     * @param sessions sessions of the new run, to read from how far the earlier one is
     */
    public EarlierRun(List<Thread> threads, List<SqlSession> sessions, OperationId id, Console console) {
        this(threads, sessions, id, console, Pause.REAL);
    }

    EarlierRun(List<Thread> threads, List<SqlSession> sessions, OperationId id, Console console, Pause pause) {
        this.threads = List.copyOf(threads);
        this.sessions = List.copyOf(sessions);
        this.id = id;
        this.console = console;
        this.pause = pause;
    }

    /** Waits until it has ended, and tells how far it is. */
    public void follow() throws Failure, InterruptedException {
        if (!isAlive()) {
            return;
        }
        console.line(
                "This operation still runs on the agent from before it was lost: following its statement to the end.");
        while (isAlive()) {
            tell();
            pause.seconds(LOOK_SECONDS);
        }
        console.line("It has ended.");
    }

    /** Waits for the end of what an abort has interrupted too; false if it has not ended in time. */
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        }
        return !isAlive();
    }

    private boolean isAlive() {
        return threads.stream().anyMatch(Thread::isAlive);
    }

    private void tell() throws Failure, InterruptedException {
        for (SqlSession session : sessions) {
            for (SqlRow row : session.query(Queries.RUNNING_REQUESTS, id.applicationName())) {
                Long percent = row.number("percent_complete");
                int whole = percent == null ? 0 : percent.intValue();
                if (whole > told && whole > 0) {
                    told = whole;
                    console.indented().line(row.text("command") + " on " + session.instance() + ": " + whole + " %");
                }
            }
        }
    }
}
