package io.jenkins.plugins.pchat.lab.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A backend that does what a test taught it; a statement that it wasn't taught is error 2812. */
final class ScriptedBackend implements Backend {

    static final String USER = "sa";
    static final String PASSWORD = "pä$$ wörd";
    static final String WINDOWS_PASSWORD = "Wïndows 1";

    /** What a batch or call does. */
    interface Script {
        void run(Session session, List<Parameter> parameters, Reply reply) throws ServerError, InterruptedException;
    }

    private final Map<String, Script> scripts = new HashMap<>();
    private final AtomicInteger sessions = new AtomicInteger(50);

    /** All that was asked, in order. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    final List<Login> logins = new CopyOnWriteArrayList<>();
    final List<Session> opened = new CopyOnWriteArrayList<>();

    ScriptedBackend() {
        on("SELECT 1", (session, parameters, reply) -> one(reply, Column.of("", Column.Type.INT), 1));
        on("ECHO", (session, parameters, reply) -> {
            List<Column> columns = parameters.stream().map(Parameter::type).toList();
            reply.columns(columns);
            List<Object> values = new ArrayList<>();
            parameters.forEach(p -> values.add(p.value()));
            reply.row(values);
            reply.endOfRows();
        });
    }

    /** Teaches a batch, by the text it begins with once padding is gone. */
    ScriptedBackend on(String text, Script script) {
        scripts.put(text, script);
        return this;
    }

    static void one(Reply reply, Column column, Object value) {
        reply.columns(List.of(column));
        List<Object> values = new ArrayList<>();
        values.add(value);
        reply.row(values);
        reply.endOfRows();
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
    public BackendSession login(Login login, Link link) throws ServerError {
        logins.add(login);
        if (!login.windows() && !(login.user().equals(USER) && login.password().equals(PASSWORD))) {
            throw new ServerError(18456, 14, "Login failed for user '" + login.user() + "'.");
        }
        if (login.database().equals("nowhere")) {
            throw new ServerError(
                    4060, 11, "Cannot open database \"nowhere\" requested by the login. The login failed.");
        }
        Session session = new Session(sessions.incrementAndGet(), login, link);
        opened.add(session);
        return session;
    }

    @Override
    public String windowsPassword(String domain, String user) {
        return domain.equalsIgnoreCase("DCI") && user.equalsIgnoreCase("svc-pchat") ? WINDOWS_PASSWORD : null;
    }

    /** A session of the script. */
    final class Session implements BackendSession {

        final Login login;
        final Link link;
        final AtomicInteger resets = new AtomicInteger();
        final AtomicInteger cancels = new AtomicInteger();
        final CountDownLatch closed = new CountDownLatch(1);
        private final int id;

        Session(int id, Login login, Link link) {
            this.id = id;
            this.login = login;
            this.link = link;
        }

        @Override
        public int id() {
            return id;
        }

        @Override
        public String database() {
            return login.database().isEmpty() ? "master" : login.database();
        }

        @Override
        public void batch(String text, Reply reply) throws ServerError, InterruptedException {
            batch(text, List.of(), reply);
        }

        @Override
        public void batch(String text, List<Parameter> parameters, Reply reply)
                throws ServerError, InterruptedException {
            asked.add(text);
            String known = text.strip();
            for (Map.Entry<String, Script> script : scripts.entrySet()) {
                if (known.startsWith(script.getKey())) {
                    script.getValue().run(this, parameters, reply);
                    return;
                }
            }
            if (known.toLowerCase(Locale.ROOT).startsWith("set ") || known.startsWith("IF @@TRANCOUNT")) {
                reply.done();
                return;
            }
            throw new ServerError(2812, 16, "Nobody taught '" + known + "'.");
        }

        @Override
        public int call(String procedure, List<Parameter> parameters, Reply reply)
                throws ServerError, InterruptedException {
            batch(procedure, parameters, reply);
            return 7;
        }

        @Override
        public void cancel() {
            cancels.incrementAndGet();
        }

        @Override
        public void reset() {
            resets.incrementAndGet();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
