package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Announced;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Hostile;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.PlainText;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/**
 * How servers answer something else than they should, and what holds of an operation on them.
 *
 * @param seed when they do
 * @param rate how often they do, from 0 to 1
 * @param texts what they say then
 */
public record Oddity(long seed, double rate, List<String> texts) {

    private static final double SELDOM = 0.02;

    /** Any of them, for {@code @ForAll(supplier = Oddity.Any.class)}. */
    public static final class Any implements ArbitrarySupplier<Oddity> {

        @Override
        public Arbitrary<Oddity> get() {
            return Combinators.combine(
                            Arbitraries.longs(),
                            Arbitraries.of(0.0, SELDOM / 4, SELDOM, 5 * SELDOM),
                            Hostile.texts().list().ofMinSize(1).ofMaxSize(5))
                    .as(Oddity::new);
        }
    }

    /** Runs an operation on sessions that answer so: it ends well or with a failure that a person can read, and nothing runs that the plan has not shown. */
    public void during(OnServers operation, SqlSession... sessions) {
        List<OddServer> servers = new ArrayList<>();
        for (SqlSession session : sessions) {
            servers.add(new OddServer(session, seed + servers.size(), rate, texts));
        }
        run(operation.on(List.copyOf(servers)), servers);
    }

    /** Makes an operation on sessions, which are in the order in which they were given. */
    @FunctionalInterface
    public interface OnServers {
        Operation<?> on(List<SqlSession> sessions);
    }

    private static void run(Operation<?> operation, List<OddServer> servers) {
        Announced announced = new Announced();
        List<String> log = new ArrayList<>();
        try {
            new OperationRunner(log::add, announced).run(operation, false);
        } catch (Failure e) {
            assertFalse(e.getMessage().contains("Exception"), e.getMessage());
            e.getMessage().lines().forEach(line -> assertTrue(PlainText.isPlain(line), line));
            assertTrue(e.getMessage().length() < 200_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        for (String line : log) {
            assertTrue(PlainText.isPlain(line) && line.length() <= PlainText.LONGEST_LINE, line);
        }
        announced.assertHolds(
                servers.stream().flatMap(server -> server.executed().stream()).toList());
    }
}
