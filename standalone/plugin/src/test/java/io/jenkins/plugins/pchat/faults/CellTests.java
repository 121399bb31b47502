package io.jenkins.plugins.pchat.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** A test for each of some cells, and one for their count. Two labs run at a time. */
final class CellTests {

    private static final int AT_A_TIME = 2;

    /** A cell takes two or three seconds; one that has not ended by then hangs. */
    private static final int LIMIT_SECONDS = 180;

    private final List<CellRun.Result> results = new ArrayList<>();
    private int unended;

    private CellTests() {}

    static Stream<DynamicTest> of(List<Cell> cells) {
        CellTests tests = new CellTests();
        ExecutorService labs = Executors.newFixedThreadPool(AT_A_TIME);
        List<Future<CellRun.Result>> running = new ArrayList<>();
        for (Cell cell : cells) {
            running.add(labs.submit(() -> CellRun.of(cell)));
        }
        labs.shutdown();
        Stream.Builder<DynamicTest> all = Stream.builder();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            Future<CellRun.Result> result = running.get(i);
            all.add(DynamicTest.dynamicTest(cell.toString(), () -> tests.check(cell, result)));
        }
        all.add(DynamicTest.dynamicTest("all of them were survived", () -> tests.count(labs)));
        return all.build();
    }

    private void check(Cell cell, Future<CellRun.Result> running) throws Exception {
        unended++;
        CellRun.Result result = result(cell, running);
        unended--;
        results.add(result);
        // A look that is repeated until something has settled may come less often this time.
        Assumptions.assumeTrue(result.struck(), "the moment did not come in this run");
        assertEquals(
                List.of(),
                result.wrong(),
                () -> cell + "\nrun it alone: mvn -f standalone -Pfaults verify -Dfault.cell=" + cell.key()
                        + "\nthe first run said: " + result.failure() + "\n" + result.log());
    }

    private static CellRun.Result result(Cell cell, Future<CellRun.Result> running) throws Exception {
        try {
            return running.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(cell + " has failed in a way that nobody foresaw", e.getCause());
        }
    }

    /** A cell may be skipped; a way whose cells all are proves nothing. */
    static Set<Way> neverStruck(List<CellRun.Result> results) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        results.forEach(result -> ways.add(result.cell().way()));
        results.stream()
                .filter(CellRun.Result::struck)
                .forEach(result -> ways.remove(result.cell().way()));
        return ways;
    }

    private void count(ExecutorService labs) {
        labs.shutdownNow();
        long injected = results.stream().filter(CellRun.Result::struck).count() + unended;
        long survived = results.stream().filter(CellRun.Result::survived).count();
        int lost = results.stream().mapToInt(CellRun.Result::lost).sum();
        results.stream()
                .filter(result -> !result.struck())
                .forEach(result -> System.out.println("The moment did not come: " + result.cell()));
        System.out.println("FAULTS: " + injected + " injected, " + survived + " survived, " + lost + " messages lost");
        assertTrue(injected > 0, "nothing was injected at all");
        assertEquals(Set.of(), neverStruck(results), "these ways did not strike once");
        assertEquals(injected, survived);
        assertEquals(0, lost);
    }
}
