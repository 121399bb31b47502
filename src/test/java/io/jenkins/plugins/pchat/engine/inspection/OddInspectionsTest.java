package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.Fuzz;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.OddServer;
import io.jenkins.plugins.pchat.engine.sql.OddServers;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The two looks at everything, on the lab's servers when these answer something else than they should. */
class OddInspectionsTest {

    private static final OperationId ID = new OperationId("o-1");

    private static PreflightLab before;
    private static FailedBackLab after;
    private static SqlRequest verification;

    @BeforeContainer
    static void start() throws Exception {
        before = new PreflightLab();
        after = new FailedBackLab();
        after.failBack();
        verification = after.request(true).with(after.pool());
    }

    @AfterContainer
    static void stop() throws Exception {
        before.close();
        after.close();
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return OddServers.texts();
    }

    @Provide
    Arbitrary<Double> rate() {
        return OddServers.rates();
    }

    @Fuzz
    void beforeTheFailback(@ForAll long seed, @ForAll("rate") double rate, @ForAll("texts") List<String> texts)
            throws Exception {
        try (SqlSession first = before.session(before.primary, null, ID);
                SqlSession second = before.session(before.backup, null, ID)) {
            OddServer primary = new OddServer(first, seed, rate, texts);
            OddServer backup = new OddServer(second, seed + 1, rate, texts);
            OddServers.run(
                    new Preflight(before.request(true), before.pool, primary, backup, ID, s -> {}), primary, backup);
        }
    }

    @Fuzz
    void afterTheFailback(@ForAll long seed, @ForAll("rate") double rate, @ForAll("texts") List<String> texts)
            throws Exception {
        try (SqlSession first = after.session(after.primary, ID);
                SqlSession second = after.session(after.backup, ID)) {
            OddServer primary = new OddServer(first, seed, rate, texts);
            OddServer backup = new OddServer(second, seed + 1, rate, texts);
            OddServers.run(QuickInspections.of(verification, List.of(primary, backup), ID), primary, backup);
        }
    }
}
