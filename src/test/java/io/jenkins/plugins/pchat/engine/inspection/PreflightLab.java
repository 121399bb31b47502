package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.check.Findings;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.database.InspectionScope;
import io.jenkins.plugins.pchat.engine.pool.PoolState;
import io.jenkins.plugins.pchat.engine.sql.AbsentSession;
import io.jenkins.plugins.pchat.engine.sql.JdbcServers;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import io.jenkins.plugins.pchat.lab.LabSettings;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Both data centres after a failover, and the preflight on them through the real driver; tests change the scene. */
final class PreflightLab implements AutoCloseable {

    final DataCentres lab;
    final LabInstance sqla;
    final LabInstance sqlb;
    private final List<String> log = new ArrayList<>();
    final SqlTarget backup;

    SqlTarget primary;
    Reading<PoolState> pool;
    String login;
    String database;
    String copyDirectory;
    Failure primaryAbsent;
    Failure backupAbsent;
    UnaryOperator<SqlSession> onTheBackup;

    PreflightLab() throws Exception {
        lab = DataCentres.start(LabSettings.of(100));
        sqla = lab.servers().primary();
        sqlb = lab.servers().backup();
        backup = target(lab.servers().backupAddress());
        reset();
    }

    /** What a test asks for is again what most ask for. */
    void reset() {
        primary = target(lab.servers().primaryAddress());
        pool = Reading.of(Pools.failedOver());
        login = DatabaseServers.LOGIN;
        database = null;
        copyDirectory = DatabaseServers.COPY_DIRECTORY;
        primaryAbsent = null;
        backupAbsent = null;
        onTheBackup = session -> session;
    }

    static SqlTarget target(String address) {
        return new SqlTarget(address, SqlTarget.Encrypt.TRUE, true, null);
    }

    Database onPrimary() {
        return sqla.databases().find("mgc");
    }

    Database onBackup() {
        return sqlb.databases().find("mgc");
    }

    PreflightRequest request(boolean probes) {
        return new PreflightRequest(
                Pools.POOL,
                primary,
                backup,
                new InspectionScope(database, DatabaseServers.SHARE, copyDirectory),
                Pools.SERVERS,
                probes);
    }

    Outcome run() throws Exception {
        return preflight(false);
    }

    Outcome dryRun() throws Exception {
        return preflight(true);
    }

    /** What the checks come to without a word of the operation. */
    Findings findings() throws Exception {
        OperationId id = OperationId.unique("test", "preflight");
        try (SqlSession first = session(primary, primaryAbsent, id);
                SqlSession second = session(backup, backupAbsent, id)) {
            return new Preflight(request(false), pool, first, second, id, seconds -> {})
                    .observe()
                    .findings();
        }
    }

    private Outcome preflight(boolean dryRun) throws Exception {
        log.clear();
        OperationId id = OperationId.unique("test", "preflight");
        try (SqlSession first = session(primary, primaryAbsent, id);
                SqlSession second = onTheBackup.apply(session(backup, backupAbsent, id))) {
            return new OperationRunner(log::add)
                    .run(new Preflight(request(!dryRun), pool, first, second, id, seconds -> {}), dryRun);
        }
    }

    /** One of the failback's operations. */
    Outcome operate(SqlRequest request, String step) throws Exception {
        return operate(request, step, line -> {});
    }

    /** The same, and somebody reads its log. */
    Outcome operate(SqlRequest request, String step, Console console) throws Exception {
        OperationId id = new OperationId(step);
        List<SqlSession> sessions = new ArrayList<>();
        try {
            for (SqlTarget target : request.targets()) {
                sessions.add(session(target, null, id));
            }
            return new OperationRunner(console).run(request.on(sessions, id), false);
        } finally {
            sessions.forEach(SqlSession::close);
        }
    }

    SqlSession session(SqlTarget target, Failure absent, OperationId id) throws Exception {
        return absent == null
                ? new JdbcServers().open(target, new SqlLogin(login, lab.password()), id)
                : new AbsentSession(target.instance(), absent);
    }

    String log() {
        return String.join("\n", log);
    }

    @Override
    public void close() throws Exception {
        lab.close();
    }
}
