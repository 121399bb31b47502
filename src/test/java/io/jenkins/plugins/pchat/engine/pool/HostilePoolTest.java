package io.jenkins.plugins.pchat.engine.pool;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Announced;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Fuzz;
import io.jenkins.plugins.pchat.engine.Hostile;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.shell.Cmdlet;
import io.jenkins.plugins.pchat.engine.shell.Shell;
import io.jenkins.plugins.pchat.engine.shell.ShellResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Pools by hostile names, and a management shell that answers oddly: a sentence or a failure, and no cmdlet that the plan has not shown. */
class HostilePoolTest {

    private static final List<String> SERVERS = List.of("a1.example.com", "a2.example.com");

    private final List<String> log = new ArrayList<>();

    /** A shell that puts odd values into what another one answers. */
    private record OddShell(FakePool pool, Random random, double rate, List<String> texts) implements Shell {

        @Override
        public List<ShellResult> run(List<Cmdlet> calls) throws Failure {
            List<ShellResult> odd = new ArrayList<>();
            for (ShellResult result : pool.run(calls)) {
                odd.add(new ShellResult(result.objects().stream()
                        .filter(o -> !odd())
                        .map(this::odd)
                        .toList()));
            }
            return odd;
        }

        private boolean odd() {
            return random.nextDouble() < rate;
        }

        private Map<String, List<String>> odd(Map<String, List<String>> object) {
            Map<String, List<String>> changed = new LinkedHashMap<>();
            object.forEach((name, values) -> changed.put(
                    name, odd() ? List.of() : values.stream().map(this::odd).toList()));
            return changed;
        }

        private String odd(String value) {
            String text = texts.get(random.nextInt(texts.size()));
            return odd() ? random.nextBoolean() ? text : value + text : value;
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Hostile.texts().list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<Double> rate() {
        return Arbitraries.of(0.0, 0.01, 0.05, 0.2);
    }

    private void run(FakePool pool, Operation<?> operation) {
        Announced announced = new Announced();
        log.clear();
        try {
            new OperationRunner(log::add, announced).run(operation, false);
        } catch (Failure e) {
            e.getMessage().lines().forEach(line -> assertTrue(PlainText.isPlain(line), line));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        log.forEach(line -> assertTrue(PlainText.isPlain(line), line));
        announced.assertHolds(pool.writes());
    }

    @Fuzz
    void withAnOddShell(@ForAll long seed, @ForAll("rate") double rate, @ForAll("texts") List<String> texts) {
        for (int kind = 0; kind < 3; kind++) {
            FakePool pool = new FakePool();
            pool.lagging = seed % 2 == 0 ? List.of("a1.example.com") : List.of();
            Shell shell = new OddShell(pool, new Random(seed), rate, texts);
            FakeTicker ticker = new FakeTicker();
            run(
                    pool,
                    switch (kind) {
                        case 0 ->
                            new ClearActiveServers(
                                    new ClearActiveServers.Request(FakePool.POOL, null, 3), shell, ticker);
                        case 1 ->
                            new SetActiveServers(
                                    new SetActiveServers.Request(FakePool.POOL, SERVERS, null, 3), shell, ticker);
                        default ->
                            new SetPoolState(new SetPoolState.Request(FakePool.POOL, null, "Normal", 3), shell, ticker);
                    });
        }
    }

    private static void isRefusedOrFine(String value, Supplier<?> request) {
        try {
            request.get();
            assertTrue(PlainText.isPlain(value.strip()) || value.isBlank(), value);
        } catch (IllegalArgumentException refused) {
            String message = refused.getMessage();
            assertTrue(PlainText.isPlain(message) && message.length() < 700, message);
        }
    }

    @Fuzz
    void withHostileNames(@ForAll(supplier = Hostile.class) String value) {
        isRefusedOrFine(value, () -> new ClearActiveServers.Request(value, null, 1));
        isRefusedOrFine(value, () -> new ClearActiveServers.Request("service:" + value, value, 1));
        isRefusedOrFine(value, () -> new ClearActiveServers.Request(FakePool.POOL, value, 1));
        isRefusedOrFine(value, () -> new SetActiveServers.Request(FakePool.POOL, List.of(value), null, 1));
        isRefusedOrFine(value, () -> new SetPoolState.Request(null, value, "Normal", 1));
        isRefusedOrFine(value, () -> new SetPoolState.Request(FakePool.POOL, value, "Normal", 1));
        isRefusedOrFine(value, () -> new SetPoolState.Request(FakePool.POOL, null, value, 1));
        isRefusedOrFine(value, () -> PoolIdentity.literal("a" + " ".repeat(3) + value + " ".repeat(100_000) + "b"));
    }
}
