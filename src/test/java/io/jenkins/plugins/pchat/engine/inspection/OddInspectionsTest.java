package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.Fuzz;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.Oddity;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import net.jqwik.api.ForAll;
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

    @Fuzz
    void beforeTheFailback(@ForAll(supplier = Oddity.Any.class) Oddity odd) throws Exception {
        try (SqlSession primary = before.session(before.primary, null, ID);
                SqlSession backup = before.session(before.backup, null, ID)) {
            odd.during(
                    s -> new Preflight(before.request(true), before.pool, s.get(0), s.get(1), ID, seconds -> {}),
                    primary,
                    backup);
        }
    }

    @Fuzz
    void afterTheFailback(@ForAll(supplier = Oddity.Any.class) Oddity odd) throws Exception {
        try (SqlSession primary = after.session(after.primary, ID);
                SqlSession backup = after.session(after.backup, ID)) {
            odd.during(s -> QuickInspections.of(verification, s, ID), primary, backup);
        }
    }
}
