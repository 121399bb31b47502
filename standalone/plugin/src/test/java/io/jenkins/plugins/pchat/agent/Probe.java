package io.jenkins.plugins.pchat.agent;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.Observation;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Plan;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A request whose operation does what a test wants, on as many instances as it wants. */
public record Probe(Kind kind, List<SqlTarget> targets) implements SqlRequest {

    private static final long serialVersionUID = 1L;

    /** Counted down when a {@link Kind#WAITS} is applied; a test sets a new one first. */
    public static volatile CountDownLatch waiting = new CountDownLatch(1);

    /** What the operation does when its plan is applied. */
    public enum Kind {
        /** Executes a statement in each session. */
        EXECUTES,
        /** Fails with an error that a person can act on. */
        FAILS,
        /** Fails in a way that nobody foresaw. */
        CRASHES,
        /** Waits until it is interrupted. */
        WAITS,
        /** Executes while it should only plan. */
        EXECUTES_WHEN_PLANNING,
        /** Waits, and does not listen. */
        IGNORES_INTERRUPTS,
        /** Waits as that does, and is refused when it is run again. */
        REFUSED_AGAIN,
        /** Looks at each instance, and tells of those that it can't reach. */
        LOOKS
    }

    public Probe(Kind kind, String... instances) {
        this(kind, List.of(instances).stream().map(SqlTarget::of).toList());
    }

    @Override
    public boolean looksWithoutAll() {
        return kind == Kind.LOOKS;
    }

    @Override
    public Operation<?> on(List<SqlSession> sessions, OperationId id) {
        return new Probing(sessions);
    }

    private record Seen(List<String> lines) implements Observation {}

    private final class Probing implements Operation<Seen> {

        private final List<SqlSession> sessions;

        Probing(List<SqlSession> sessions) {
            this.sessions = sessions;
        }

        @Override
        public String title() {
            return "Probe";
        }

        @Override
        public Seen observe() throws InterruptedException {
            List<String> lines = new ArrayList<>(List.of("as it was seen"));
            for (SqlSession session : kind == Kind.LOOKS ? sessions : List.<SqlSession>of()) {
                try {
                    session.query("SELECT 1");
                    lines.add(session.instance() + " answers");
                } catch (Failure e) {
                    lines.add(session.instance() + ": " + e.what());
                }
            }
            return new Seen(lines);
        }

        @Override
        public boolean done(Seen seen) {
            return kind == Kind.LOOKS;
        }

        @Override
        public List<Guard<Seen>> guards() {
            return List.of();
        }

        @Override
        public Plan plan(Seen seen) throws Failure {
            if (kind == Kind.EXECUTES_WHEN_PLANNING) {
                try {
                    sessions.get(0).execute("ALTER", line -> {});
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return Plan.of(new PlannedAction("X", "change it", "ALTER", false, console -> apply()));
        }

        private void apply() throws Failure, InterruptedException {
            switch (kind) {
                case FAILS ->
                    throw Failure.of(Failure.Code.REFUSED, "It can't be.").next("do something else.");
                case REFUSED_AGAIN -> {
                    if (released) {
                        throw Failure.of(Failure.Code.REFUSED, "It can't be.").leaving(OperationRunner.UNTOUCHED);
                    }
                    spin();
                }
                case CRASHES -> throw new IllegalStateException("crashed");
                case WAITS -> {
                    waiting.countDown();
                    new CountDownLatch(1).await();
                }
                case IGNORES_INTERRUPTS -> spin();
                default -> {
                    for (SqlSession session : sessions) {
                        session.execute("ALTER", line -> {});
                    }
                }
            }
        }

        private void spin() {
            waiting.countDown();
            while (!released) {
                Thread.onSpinWait();
            }
        }

        @Override
        public Outcome outcome(Seen before, Seen after, boolean changed) {
            return new Outcome(
                    changed,
                    "ONLINE",
                    "\\\\nas\\x.bak",
                    Map.of("before", "a", "after", "b", "lines", after.lines()),
                    List.of());
        }
    }

    /** Ends an {@link Kind#IGNORES_INTERRUPTS}. */
    public static volatile boolean released;
}
