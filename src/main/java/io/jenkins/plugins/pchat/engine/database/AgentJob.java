package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.time.LocalDateTime;
import java.util.List;

/**
 * One of log shipping's jobs, to be run once and waited for. {@code sp_start_job} only asks for a run; how it ended
 * stands in {@code msdb.dbo.sysjobhistory}, in a row with step 0 that is written last.
 */
final class AgentJob {

    /** The Agent refuses the request: it does not run, or the job does. */
    private static final int REFUSED = 22022;

    private static final int LOOK_SECONDS = 2;
    private static final int LOOKS_BETWEEN_SERVICE_CHECKS = 15;
    private static final long SUCCEEDED = 1;
    private static final long CANCELLED = 3;

    private final SqlSession session;
    private final String server;
    private final AgentSql.Job job;
    private final String name;
    private final int agentType;
    private final Pause pause;
    private final int timeoutMinutes;

    /** @param agentType as log shipping numbers them: 0 backup, 1 copy, 2 restore */
    AgentJob(
            SqlSession session,
            String server,
            AgentSql.Job job,
            String name,
            int agentType,
            Pause pause,
            int timeoutMinutes) {
        this.session = session;
        this.server = server;
        this.job = job;
        this.name = name;
        this.agentType = agentType;
        this.pause = pause;
        this.timeoutMinutes = timeoutMinutes;
    }

    String statement() {
        return AgentSql.start(job);
    }

    /**
     * Runs the job to its end.
     *
     * @param agentId {@code primary_id} or {@code secondary_id}, under which sqllogship writes its errors down
     * @throws Failure with the messages of the failed step and of sqllogship, or when the job has not ended in time
     */
    void run(String agentId, Console console) throws Failure, InterruptedException {
        String id = id();
        Mark mark = start(id, console);
        List<SqlRow> run = await(id, mark.last());
        run.stream()
                .filter(row -> row.whole("step_id") != 0)
                .forEach(row -> console.line(row.text("step_name") + ": " + row.text("message")));
        List<String> errors = session.query(LogShippingQueries.ERRORS, agentId, agentType, mark.time()).stream()
                .map(row -> row.text("message"))
                .toList();
        boolean succeeded = outcome(run).whole("run_status") == SUCCEEDED;
        if (!succeeded || !errors.isEmpty()) {
            throw failure(run, errors);
        }
    }

    private String id() throws Failure, InterruptedException {
        List<SqlRow> rows = session.query(AgentSql.jobId(job));
        if (rows.isEmpty() || rows.get(0).value("job_id") == null) {
            throw Failure.of(
                            Failure.Code.NOT_VERIFIED,
                            server + ": the job " + name + " is not registered for log shipping.")
                    .next("Run this step again.");
        }
        return rows.get(0).word("job_id");
    }

    /**
     * What was there just before a run was asked for.
     *
     * @param last the newest row of the history
     * @param time by the server's clock
     */
    private record Mark(long last, LocalDateTime time) {}

    private Mark mark(String id) throws Failure, InterruptedException {
        SqlRow row = SqlRow.first(session.query(LogShippingQueries.LAST_RUN, id));
        return new Mark(row.value("instance_id") == null ? 0 : row.number("instance_id"), row.moment("server_time"));
    }

    /** Starts the job; while it runs already, on its schedule, waits for that run to end. */
    private Mark start(String id, Console console) throws Failure, InterruptedException {
        for (int look = 1; ; look++) {
            Mark mark = mark(id);
            try {
                session.execute(statement(), console);
                return mark;
            } catch (Failure e) {
                if (e.sqlNumber() != REFUSED || look > looks()) {
                    throw e;
                }
                checkService(e);
            }
            if (look == 1) {
                console.line(name + " runs already; waiting for its end to start it again.");
            }
            pause.seconds(LOOK_SECONDS);
        }
    }

    private int looks() {
        return timeoutMinutes * 60 / LOOK_SECONDS;
    }

    private void checkService(Failure cause) throws Failure, InterruptedException {
        if (!AgentService.read(session).running()) {
            Failure stopped = Failure.of(
                            Failure.Code.NOT_VERIFIED,
                            server + ": SQL Server Agent does not run, so the job " + name + " can't"
                                    + (cause == null ? " go on." : " be started: " + cause.what()))
                    .next("Start the service SQL Server Agent of that instance, then run this step again.");
            if (cause != null) {
                stopped.addSuppressed(cause);
            }
            throw stopped;
        }
    }

    /** The rows of the first run that ends after a history row, the outcome last. */
    private List<SqlRow> await(String id, long last) throws Failure, InterruptedException {
        for (int look = 0; look < looks(); look++) {
            List<SqlRow> rows = session.query(LogShippingQueries.RUNS_SINCE, id, last);
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).whole("step_id") == 0) {
                    return rows.subList(0, i + 1);
                }
            }
            if (look % LOOKS_BETWEEN_SERVICE_CHECKS == LOOKS_BETWEEN_SERVICE_CHECKS - 1) {
                checkService(null);
            }
            pause.seconds(LOOK_SECONDS);
        }
        throw Failure.of(
                        Failure.Code.TIMEOUT,
                        server + ": the job " + name + " has not ended within " + timeoutMinutes + " minutes.")
                .next("Look at the job's history and activity on that instance; when it has ended, run this step"
                        + " again.");
    }

    private static SqlRow outcome(List<SqlRow> run) {
        return run.get(run.size() - 1);
    }

    private Failure failure(List<SqlRow> run, List<String> errors) {
        String ended = outcome(run).whole("run_status") == CANCELLED ? "was stopped" : "has failed";
        StringBuilder what = new StringBuilder(server + ": the job " + name + " " + ended + ".");
        errors.forEach(error -> what.append(' ').append(error));
        if (errors.isEmpty()) {
            run.forEach(row -> what.append(' ').append(row.text("message")));
        }
        return Failure.of(Failure.Code.NOT_VERIFIED, what.toString()).next(remedy());
    }

    private String remedy() {
        return switch (agentType) {
            case 0 ->
                "The service account of SQL Server needs to write to the share, and that of SQL Server Agent to read,"
                        + " write and delete there. Then run this step again.";
            case 1 ->
                "The service account of SQL Server Agent on the secondary needs to read the share and to write to the"
                        + " folder for copied files. Then run this step again.";
            default ->
                "If a log backup is missing or the chain is broken (4305), run pchatConfigureLogShipping with"
                        + " onExisting: 'replace': it initialises the secondary anew. Else read the message, mend that, and run this"
                        + " step again.";
        };
    }
}
