package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.lab.wire.Backend;
import io.jenkins.plugins.pchat.lab.wire.BackendSession;
import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.LabCertificate;
import io.jenkins.plugins.pchat.lab.wire.Parameter;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import io.jenkins.plugins.pchat.lab.wire.TdsServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on the real wire whose statements do what a test wrote down, to show what the driver and the session make of
 * it.
 */
final class ServerDouble implements Backend, AutoCloseable {

    static final String PASSWORD = "s3cret!";
    static final Limits LIMITS = new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofMinutes(10),
            Duration.ofSeconds(20),
            Duration.ofMillis(20));

    private static final LabCertificate CERTIFICATE = LabCertificate.create("localhost");

    /** What a statement does. */
    @FunctionalInterface
    interface Script {
        void run(Reply reply, List<Parameter> parameters, Link link) throws ServerError, InterruptedException;
    }

    private record Scripted(String text, Script script) {}

    final List<Login> logins = new CopyOnWriteArrayList<>();
    final AtomicInteger cancels = new AtomicInteger();
    private final List<Scripted> scripts = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger(50);
    private final TdsServer server = new TdsServer(this, CERTIFICATE, 0);

    ServerDouble() throws IOException {
        on("@@SPID AS session_id", (reply, parameters, link) -> row(reply, "session_id", 51));
        server.start();
    }

    /** Statements that hold this text do this; the last one written down wins. */
    ServerDouble on(String text, Script script) {
        scripts.add(0, new Scripted(text, script));
        return this;
    }

    /** A result of one row and one integer column. */
    static void row(Reply reply, String column, Integer value) {
        reply.columns(List.of(Column.of(column, Column.Type.INT)));
        reply.row(Arrays.asList((Object) value));
        reply.endOfRows();
    }

    /** The session's state as the second connection sees it. */
    void watchSees(String command, double percent, String wait) {
        on("dm_exec_requests", (reply, parameters, link) -> {
            reply.columns(List.of(
                    Column.of("session_id", Column.Type.INT),
                    Column.nvarchar("command", 32),
                    Column.of("percent_complete", Column.Type.REAL),
                    Column.nvarchar("wait_type", 60),
                    Column.of("blocking_session_id", Column.Type.INT)));
            reply.row(Arrays.asList((Object) 51, command, percent, wait, 0));
            reply.endOfRows();
        });
    }

    SqlTarget target() {
        return new SqlTarget("localhost," + server.port(), SqlTarget.Encrypt.TRUE, true, null);
    }

    SqlSession open() throws Exception {
        return open(LIMITS);
    }

    SqlSession open(Limits limits) throws Exception {
        return new JdbcServers(limits).open(target(), new SqlLogin("pchat", PASSWORD), new OperationId("op-1"));
    }

    @Override
    public String serverName() {
        return "SQLB\\RTC";
    }

    @Override
    public String productVersion() {
        return "12.0.6024.0";
    }

    @Override
    public String windowsPassword(String domain, String user) {
        return domain.equalsIgnoreCase("DCI") && user.equalsIgnoreCase("svc-pchat") ? PASSWORD : null;
    }

    @Override
    public BackendSession login(Login login, Link link) throws ServerError {
        logins.add(login);
        if (!login.windows() && !PASSWORD.equals(login.password())) {
            throw new ServerError(18456, 14, "Login failed for user '" + login.user() + "'.");
        }
        return new Session(link);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private final class Session implements BackendSession {

        private final Link link;
        private final int id = ids.incrementAndGet();
        private volatile Thread running;

        Session(Link link) {
            this.link = link;
        }

        @Override
        public int id() {
            return id;
        }

        @Override
        public String database() {
            return "master";
        }

        @Override
        public void batch(String text, Reply reply) throws ServerError, InterruptedException {
            batch(text, List.of(), reply);
        }

        @Override
        public void batch(String text, List<Parameter> parameters, Reply reply)
                throws ServerError, InterruptedException {
            running = Thread.currentThread();
            try {
                for (Scripted scripted : scripts) {
                    if (text.contains(scripted.text())) {
                        scripted.script().run(reply, parameters, link);
                        return;
                    }
                }
                reply.done();
            } finally {
                running = null;
            }
        }

        @Override
        public int call(String procedure, List<Parameter> parameters, Reply reply)
                throws ServerError, InterruptedException {
            batch(procedure, parameters, reply);
            return 0;
        }

        @Override
        public void cancel() {
            cancels.incrementAndGet();
            Thread thread = running;
            if (thread != null) {
                thread.interrupt();
            }
        }

        @Override
        public void reset() {
            // Nothing is kept.
        }

        @Override
        public void close() {
            cancel();
        }
    }

    /** Waits for ever, until somebody interrupts. */
    static void block() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
