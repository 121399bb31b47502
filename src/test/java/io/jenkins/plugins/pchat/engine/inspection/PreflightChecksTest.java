package io.jenkins.plugins.pchat.engine.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.check.Finding;
import io.jenkins.plugins.pchat.engine.check.Severity;
import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check notices what it is there for. */
@Timeout(60)
class PreflightChecksTest {

    private static PreflightLab lab;

    @BeforeAll
    static void start() throws Exception {
        lab = new PreflightLab();
    }

    @AfterAll
    static void stop() throws Exception {
        // A scene that was not taken back would have had a part in those after it.
        List<Finding> left = lab.findings().all().stream()
                .filter(each -> each.result() == Finding.Result.BLOCK || each.result() == Finding.Result.WARN)
                .toList();
        lab.close();
        assertEquals(List.of(), left);
    }

    static Stream<Scene> scenes() {
        return Stream.of(
                        Scenes.ofThePool(),
                        Scenes.ofTheServers(),
                        DatabaseScenes.ofTheSource(),
                        DatabaseScenes.ofTheTarget(),
                        ShippingScenes.all())
                .flatMap(scenes -> scenes);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void noticesWhatItIsThereFor(Scene scene) throws Exception {
        scene.change().to(lab);
        List<Finding> found;
        try {
            found = lab.findings().all();
        } finally {
            scene.undo().to(lab);
            lab.reset();
        }
        List<Finding> ofTheCheck =
                found.stream().filter(each -> each.id().equals(scene.check())).toList();
        assertTrue(
                ofTheCheck.stream().anyMatch(each -> each.result() == scene.result()),
                () -> scene.check() + ": " + ofTheCheck);
        assertTrue(
                ofTheCheck.stream()
                        .filter(each -> each.result() == scene.result())
                        .noneMatch(each -> each.evidence().startsWith("could not be checked")),
                () -> ofTheCheck.toString());
    }

    @Test
    void everyCheckThatCanRefuseHasASceneInWhichItDoes() {
        List<String> shown = Stream.concat(
                        scenes().map(Scene::check), Stream.of("share-writable", "share-exchange", "copy-folder"))
                .toList();
        assertEquals(
                List.of(),
                PreflightChecks.all(lab.request(true)).stream()
                        .filter(check -> check.severity() != Severity.INFO)
                        .map(check -> check.guard().id())
                        .filter(id -> !shown.contains(id))
                        .distinct()
                        .toList());
    }

    private static String trialLeft() throws Exception {
        return lab.findings().all().stream()
                .filter(finding -> finding.id().equals("no-trial-left"))
                .map(Finding::evidence)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsWhatATrialHasLeftFromWhatOnlyHasItsName() throws Exception {
        Database trial = lab.sqla.createDatabase("mgc_trial");
        List<DataFile> files = trial.files();
        try {
            assertTrue(trialLeft().contains("mgc_trial on SQLA\\RTC was not made by a trial restore"), trialLeft());
            trial.files(List.of(
                    files.get(0).at("D:\\Data\\pchat-trial-mgc-1.mdf"),
                    files.get(1).at("D:\\Data\\pchat-trial-mgc-2.ldf")));
            trial.state(Database.State.RESTORING);
            assertTrue(trialLeft().contains("mgc_trial on SQLA\\RTC is left from a trial restore"), trialLeft());
        } finally {
            trial.state(Database.State.ONLINE);
            trial.files(files);
            lab.sqla.run("master", "DROP DATABASE mgc_trial");
        }
    }
}
