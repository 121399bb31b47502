package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Plan;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import io.jenkins.plugins.pchat.engine.sql.TSql;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ends database mirroring for databases of the backup instance: {@code ALTER DATABASE ... SET PARTNER OFF}. */
public final class RemoveMirroring implements Operation<MirroredDatabases> {

    /** Session busy, partner unstable, nobody available: these pass by themselves. */
    private static final Set<Integer> PASSING = Set.of(1404, 1430, 1431);

    private static final int ATTEMPTS = 5;
    private static final int PAUSE_SECONDS = 5;

    private final Request request;
    private final SqlSession session;
    private final Pause pause;

    RemoveMirroring(Request request, SqlSession session, Pause pause) {
        this.request = request;
        this.session = session;
        this.pause = pause;
    }

    /**
     * What the step asks for.
     *
     * @param instance the backup instance, which must be the principal
     * @param databases null or empty for {@code mgc} and {@code mgccomp}
     */
    public record Request(SqlTarget instance, List<String> databases) implements SqlRequest {

        private static final long serialVersionUID = 1L;

        public static final List<String> DEFAULT_DATABASES = List.of(DatabaseName.MGC, DatabaseName.MGCCOMP);

        public Request {
            Requests.needed("instance", instance);
            LinkedHashSet<String> names = new LinkedHashSet<>();
            for (String name : databases == null || databases.isEmpty() ? DEFAULT_DATABASES : databases) {
                names.add(DatabaseName.check(name, ""));
            }
            if (names.contains("")) {
                throw new IllegalArgumentException("databases holds an empty name.");
            }
            databases = List.copyOf(names);
        }

        @Override
        public List<SqlTarget> targets() {
            return List.of(instance);
        }

        @Override
        public Operation<?> on(List<SqlSession> sessions, OperationId id) {
            return new RemoveMirroring(this, sessions.get(0), Pause.REAL);
        }
    }

    @Override
    public String title() {
        return "Remove mirroring from " + String.join(", ", request.databases()) + " on " + session.instance();
    }

    @Override
    public MirroredDatabases observe() throws Failure, InterruptedException {
        return MirroredDatabases.read(session, request.databases());
    }

    @Override
    public boolean done(MirroredDatabases seen) {
        return seen.server().sysadmin()
                && seen.where(m -> m.database() == null || m.mirroring().mirrored())
                        .isEmpty();
    }

    @Override
    public List<Guard<MirroredDatabases>> guards() {
        return List.of(
                CommonGuards.permission(MirroredDatabases::server),
                each(SourceGuards.EXISTS),
                each(SourceGuards.PRINCIPAL),
                each(SourceGuards.NO_FAILOVER));
    }

    private static Guard<MirroredDatabases> each(Guard<NamedDatabase> guard) {
        return new Guard<>(guard.id(), seen -> seen.all().stream()
                .map(guard.check())
                .flatMap(Optional::stream)
                .findFirst());
    }

    @Override
    public Plan plan(MirroredDatabases seen) {
        List<PlannedAction> actions = new ArrayList<>();
        seen.databases().forEach((name, mirrored) -> {
            if (mirrored.mirroring().mirrored()) {
                String statement = TSql.removePartner(name);
                actions.add(new PlannedAction(
                        seen.server().name(),
                        "end the mirroring session of " + name + " with "
                                + mirrored.mirroring().partner() + "; the copy there stays RESTORING",
                        statement,
                        false,
                        console -> remove(name, statement, console)));
            }
        });
        return new Plan(actions);
    }

    /**
     * An error is believed only after a look: SET PARTNER OFF may both succeed and report one (1416 on a second
     * attempt).
     */
    private void remove(String database, String statement, Console console) throws Failure, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                session.execute(statement, console);
                return;
            } catch (Failure e) {
                if (!stillMirrored(database, e)) {
                    console.line("Mirroring is removed, in spite of: " + e.what());
                    return;
                }
                if (!PASSING.contains(e.sqlNumber()) || attempt == ATTEMPTS) {
                    throw e;
                }
                console.line(e.what() + " Trying again in " + PAUSE_SECONDS + " s.");
            }
            pause.seconds(PAUSE_SECONDS);
        }
    }

    private boolean stillMirrored(String database, Failure why) throws Failure, InterruptedException {
        try {
            return MirroringState.read(session, database).mirrored();
        } catch (Failure e) {
            why.addSuppressed(e);
            throw why;
        }
    }

    @Override
    public Outcome outcome(MirroredDatabases before, MirroredDatabases after, boolean changed) throws Failure {
        List<String> left = after.where(m -> m.mirroring().mirrored());
        if (changed && !left.isEmpty()) {
            throw Failure.of(
                            Failure.Code.NOT_VERIFIED,
                            String.join(", ", left) + " on " + after.server().name() + " is still mirrored.")
                    .leaving(after)
                    .next("Run this step again; if it stays so, look at the error log of both partners.");
        }
        return new Outcome(
                changed,
                left.isEmpty() ? "not mirrored" : "mirrored",
                Map.of("server", before.server().name(), "databases", before.compare(after)));
    }
}
