package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.pchat.engine.Fuzz;
import io.jenkins.plugins.pchat.engine.Hostile;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Trace;
import io.jenkins.plugins.pchat.engine.Unusable;
import io.jenkins.plugins.pchat.engine.sql.Quoted;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;

/** The procedures of log shipping with hostile names: those that a pipeline gives, and those by which servers and jobs call themselves. */
class HostileLogShippingTest {

    private static final LogShippingSettings DEFAULTS = LogShippingSettings.defaults();

    private static void check(String value, Function<String, List<String>> statements) {
        List<String> hostile;
        try {
            hostile = statements.apply(value);
        } catch (IllegalArgumentException refused) {
            HostileRequestsTest.isASentence(refused.getMessage());
            return;
        }
        List<String> harmless = statements.apply(Quoted.HARMLESS);
        assertEquals(harmless.size(), hostile.size());
        for (int i = 0; i < hostile.size(); i++) {
            Quoted.assertOnlyDiffers(value, harmless.get(i), hostile.get(i));
        }
    }

    private static List<String> plan(String copyFolder, LogShippingSettings settings) {
        ScriptedShipping lab = new ScriptedShipping();
        ConfigureLogShipping.Request request = new ConfigureLogShipping.Request(
                SqlTarget.of("sqla\\rtc"),
                SqlTarget.of("sqlb\\rtc"),
                null,
                ScriptedShipping.SHARE,
                copyFolder,
                null,
                settings,
                null);
        List<Trace> traces = new ArrayList<>();
        try {
            new OperationRunner(line -> {}, traces::add)
                    .run(
                            new ConfigureLogShipping(
                                    request, lab.primary.session, lab.secondary.session, lab.id, seconds -> {}),
                            true);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return traces.get(traces.size() - 1).actions().stream()
                .map(Trace.Action::statement)
                .toList();
    }

    private static LogShippingSettings jobs(String backup, String copy, String restore) {
        return new LogShippingSettings(
                new LogShippingSettings.Backup(15, 4320, 60, Compression.ON, backup),
                new LogShippingSettings.Copy(15, 4320, copy),
                new LogShippingSettings.Restore(15, 45, restore),
                true,
                5760,
                60,
                LogShippingSettings.OnExisting.FAIL);
    }

    @Fuzz
    void theCopyFolder(@ForAll(supplier = Hostile.class) String given) {
        String value = given.isEmpty() || given.endsWith("\\") ? given + "x" : given;
        check(value, it -> plan("D:\\" + it, DEFAULTS));
        check(value, it -> plan("\\\\nas\\" + it, DEFAULTS));
    }

    @Fuzz
    void theNamesOfTheJobs(@ForAll(supplier = Hostile.class) String value) {
        if (value.contains("{")) {
            return; // the names of the servers are put in there
        }
        check(value, it -> plan("D:\\Copy", jobs("b" + it, "c", "r")));
        check(value, it -> plan("D:\\Copy", jobs("b", it + "c", "r")));
        check(value, it -> plan("D:\\Copy", jobs("b", "c", it + "r")));
    }

    /** A name that no statement takes is refused as what a server says, before there is any statement. */
    @Fuzz
    void theNamesThatServersAndJobsHave(@ForAll(supplier = Hostile.class) String value) {
        check(value, it -> {
            LogShippingNames names = new LogShippingNames(it, it, "mgc", it, it, it);
            return List.of(
                    LogShippingSql.addPrimary(names, it, DEFAULTS),
                    LogShippingSql.addPrimarySecondary(names),
                    LogShippingSql.addSecondaryPrimary(names, it, it, DEFAULTS),
                    LogShippingSql.addSecondaryDatabase(names, DEFAULTS),
                    LogShippingSql.deletePrimarySecondary("mgc", it, it),
                    LogShippingSql.deletePrimary(it),
                    LogShippingSql.deleteSecondaryDatabase(it),
                    LogShippingSql.deleteSecondaryPrimary(it, it),
                    LogShippingSql.createFolder(it),
                    AgentSql.schedule(AgentSql.Job.backup(names), it, 15, ScriptedServer.NOW),
                    AgentSql.enable(AgentSql.Job.copy(names)),
                    AgentSql.start(AgentSql.Job.restore(names)),
                    AgentSql.jobId(AgentSql.Job.copy(names)),
                    AgentSql.delete(it));
        });
    }

    @Fuzz
    void aRefusalIsSaidToBeOfTheServer(@ForAll(supplier = Hostile.class) String value) {
        try {
            AgentSql.delete(value);
        } catch (IllegalArgumentException refused) {
            assertEquals(Unusable.class, refused.getClass());
        }
    }
}
