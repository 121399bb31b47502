package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.server.Instance;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * SQL Server Agent of one instance: a service of its own that runs the jobs of {@code msdb}, when they are due and when
 * they are asked for. It runs under its own account: what the engine may read, the Agent need not.
 */
public final class SqlServerAgent implements AutoCloseable {

    private static final long SECONDS_TO_END = 10;

    private final Instance instance;
    private final Msdb msdb;
    private final Jobs jobs;
    private final AgentSchedules schedules;
    private final Sqllogship sqllogship;
    private final Map<UUID, Future<?>> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock;
    private final ExecutorService workers;
    private volatile int session;

    private SqlServerAgent(Instance instance) {
        this.instance = instance;
        this.msdb = new Msdb(instance);
        AgentTables.create(msdb);
        LogShippingTables.create(msdb);
        this.jobs = new Jobs(instance, msdb);
        this.schedules = new AgentSchedules(instance, msdb);
        this.sqllogship = new Sqllogship(instance, msdb);
        ThreadFactory threads = task -> {
            Thread thread = new Thread(task, "SQL Server Agent of " + instance.serverName());
            thread.setDaemon(true);
            return thread;
        };
        this.clock = Executors.newSingleThreadScheduledExecutor(threads);
        this.workers = Executors.newCachedThreadPool(threads);
    }

    /** Gives an instance its {@code msdb} tables and procedures, and an Agent that is not started yet. */
    public static SqlServerAgent install(Instance instance) {
        SqlServerAgent agent = new SqlServerAgent(instance);
        new JobProcedures(agent.msdb, agent.jobs, agent).register(instance);
        new ScheduleProcedures(agent.msdb, agent.jobs, agent).register(instance);
        LogShippingProcedures.install(instance, agent.msdb, agent.jobs);
        agent.clock.scheduleWithFixedDelay(agent::lookAtTheClock, 1, 1, TimeUnit.SECONDS);
        return agent;
    }

    /** Starts the service; a new session in {@code syssessions}. */
    public synchronized void start() {
        if (session == 0) {
            session = msdb.insert("msdb.syssessions", Map.of("agent_start_date", instance.now()));
            msdb.rows("SELECT job_id FROM msdb.sysjobs").forEach(job -> schedulesChanged(job.id("job_id")));
            instance.journal().add(Journal.Kind.EVENT, instance.serverName(), "SQLAgent", "SQL Server Agent started");
        }
    }

    /** Stops the service; jobs that run are cancelled. */
    public synchronized void stop() {
        if (session != 0) {
            session = 0;
            running.values().forEach(job -> job.cancel(true));
            instance.journal().add(Journal.Kind.EVENT, instance.serverName(), "SQLAgent", "SQL Server Agent stopped");
        }
    }

    /** Whether the service runs: it was started, and no fault has stopped it. */
    public boolean running() {
        return session != 0 && !instance.faults().inForce(Fault.AGENT_STOPPED);
    }

    boolean executes(UUID job) {
        return running.containsKey(job);
    }

    /**
     * {@code sp_start_job}: asks for a run and does not wait for it; 22022 when the service or the job is not in the
     * state for it.
     */
    void request(UUID job, String login) throws Refused {
        if (!running()) {
            throw new Refused(
                    22022, "SQLServerAgent is not currently running so it cannot be notified of this action.");
        }
        String name = jobs.job(job).orElseThrow().text("name");
        if (!jobs.hasServer(job)) {
            throw new Refused(
                    14256, "Cannot start job '" + name + "' because it does not have any job server(s) defined.");
        }
        if (!launch(job, name, "User " + login)) {
            throw new Refused(
                    22022,
                    "SQLServerAgent Error: Request to run job " + name + " (from User " + login
                            + ") refused because the job is already running.");
        }
    }

    void cancel(UUID job, String login) throws Refused {
        Future<?> run = running.get(job);
        if (run == null) {
            throw new Refused(
                    22022,
                    "SQLServerAgent Error: Request to stop job "
                            + jobs.job(job).orElseThrow().text("name") + " (from User " + login
                            + ") refused because the job is not currently running.");
        }
        run.cancel(true);
    }

    private boolean launch(UUID job, String name, String requestedBy) {
        JobRun run = new JobRun(instance, msdb, sqllogship, session, job, name, requestedBy);
        synchronized (running) {
            if (running.containsKey(job)) {
                return false;
            }
            run.requested();
            running.put(job, workers.submit(() -> {
                try {
                    run.run();
                } finally {
                    ended(job);
                }
            }));
        }
        schedulesChanged(job);
        return true;
    }

    private void ended(UUID job) {
        synchronized (running) {
            running.remove(job);
        }
    }

    void schedulesChanged(UUID job) {
        schedules.compute(job, session);
    }

    /** Starts the jobs that are due. */
    void tick() {
        if (running()) {
            for (Msdb.Row due : schedules.due(session)) {
                launch(
                        due.id("job_id"),
                        due.text("name"),
                        "Schedule " + due.number("schedule_id") + " (" + due.text("schedule") + ")");
            }
        }
    }

    /** A tick that fails is told in the journal: an exception here would end the clock for good. */
    private void lookAtTheClock() {
        try {
            tick();
        } catch (RuntimeException e) {
            instance.journal().add(Journal.Kind.EVENT, instance.serverName(), "SQLAgent", "the clock failed: " + e);
        }
    }

    /** Waits until no job runs; for tests and for the end of the lab. */
    public boolean idle(long seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!running.isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }

    @Override
    public void close() {
        stop();
        clock.shutdownNow();
        workers.shutdownNow();
        try {
            workers.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
