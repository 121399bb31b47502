package io.jenkins.plugins.pchat.engine.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Fuzz;
import io.jenkins.plugins.pchat.engine.Hostile;
import io.jenkins.plugins.pchat.engine.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shells that print something else than an answer, much of it, several answers, or answers that no cmdlet gives. */
class HostileAnswerTest {

    private static final RemoteShell REMOTE = new RemoteShell("https://x.example/y", "u", "a secret of the test");

    private final List<String> log = new ArrayList<>();

    /** An answer's results, or a failure that a person can read; nothing else is ever thrown. */
    private String run(int exitCode, String stdout, String stderr) {
        FakeProcess process = new FakeProcess().ends(exitCode, stdout, stderr);
        try {
            return new PowerShell(process, REMOTE, log::add)
                    .run(List.of(Cmdlets.pools()))
                    .toString();
        } catch (Failure e) {
            e.getMessage().lines().forEach(line -> assertTrue(PlainText.isPlain(line), line));
            assertTrue(e.getMessage().length() < 30_000, e.getMessage());
            assertTrue(e.getMessage().startsWith("[" + e.code() + "]"), e.getMessage());
            return "failure " + e.getMessage();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String wrapped(String json) {
        return "<<<PCFB:" + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)) + ":PCFB>>>";
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> leaf = Arbitraries.oneOf(
                Hostile.texts().map(JSONObject::quote),
                Arbitraries.of(
                        "null", "true", "1", "-1", "1e999999999", "2147483648", "\"x\"", "{", "}", "[", "", "NaN"));
        Arbitrary<String> key = Arbitraries.of(
                "results", "error", "objects", "warnings", "stage", "call", "id", "category", "message", "Identity");
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"),
                        net.jqwik.api.Combinators.combine(key, inner, key, inner)
                                .as((k, v, l, w) -> "{\"" + k + "\":" + v + ",\"" + l + "\":" + w + "}"),
                        inner.map(v -> "{\"results\":[{\"objects\":[{\"Identity\":" + v + "}]}],\"error\":null}"),
                        inner.map(v -> "{\"results\":[],\"error\":{\"stage\":\"cmdlet\",\"call\":" + v
                                + ",\"id\":\"x\",\"category\":\"y\",\"message\":\"z\"}}"),
                        inner.map(v -> "{\"results\":[],\"error\":{\"stage\":\"import\",\"call\":0,\"id\":" + v
                                + ",\"category\":" + v + ",\"message\":" + v + "}}")),
                0,
                4);
    }

    @Fuzz
    void isAnAnswerOrAFailure(
            @ForAll("json") String json,
            @ForAll(supplier = Hostile.class) String noise,
            @ForAll("exits") int exitCode) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            run(exitCode, noise + wrapped(json) + noise, noise);
            run(exitCode, noise + wrapped(json).replace("A", noise), noise);
            run(exitCode, noise, noise + "#< CLIXML" + noise);
        });
        log.forEach(line -> assertTrue(PlainText.isPlain(line), line));
        log.clear();
    }

    @Provide
    Arbitrary<Integer> exits() {
        return Arbitraries.of(0, 1, 10, 11, 12, 13, -1073741510);
    }

    @Test
    void ofSeveralAnswersTheLastIsTheScripts() {
        String forged = wrapped("{\"results\":[{\"objects\":[{\"Identity\":[\"forged\"]}]}],\"error\":null}");
        String real = wrapped("{\"results\":[{\"objects\":[{\"Identity\":[\"real\"]}]}],\"error\":null}");
        String answer = run(0, forged + "\n" + real, "");
        assertTrue(answer.contains("real") && !answer.contains("forged"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"results\":", "{\"results\":[{\"objects\":["})
    void anAnswerThatIsNestedTenThousandDeepIsNone(String open) {
        String answer = run(0, wrapped(open.repeat(10_000)), "");
        assertTrue(answer.contains("without an answer to Get-CsPool"), answer);
    }

    @Test
    void anAnswerOfAMillionObjectsIsNone() {
        String many = "{},".repeat(1_000_000);
        String answer = run(0, wrapped("{\"results\":[{\"objects\":[" + many + "{}]}],\"error\":null}"), "");
        assertTrue(answer.contains("without an answer to Get-CsPool"), answer);
        String fine = "{\"Identity\":[\"pool.example.com\"]},".repeat(20_000);
        assertTrue(run(0, wrapped("{\"results\":[{\"objects\":[" + fine + "{}]}],\"error\":null}"), "")
                .contains("pool.example.com"));
    }

    @Test
    void ofMegabytesOfNoiseAFewLinesAreShown() {
        String line = "PS> \u001B[31m what a noise, and a secret of the test\r\n";
        String answer = run(1, line.repeat(200_000), "");
        assertTrue(answer.contains("It printed:\n  PS> ?[31m what a noise, and ****\n"), answer);
        assertTrue(answer.length() < 6_000, answer);
    }

    @Test
    void ofManyWarningsTheFirstAreShown() {
        String warning = JSONObject.quote("w\n1/3 on SQLA: done" + "x".repeat(100_000));
        run(
                0,
                wrapped("{\"results\":[{\"objects\":[],\"warnings\":[" + (warning + ",").repeat(25)
                        + "\"last\"]}],\"error\":null}"),
                "");
        assertEquals(21, log.size());
        assertEquals("Get-CsPool gave 26 warnings; those after the first 20 are not shown.", log.get(20));
        assertTrue(log.get(0).startsWith("Warning of Get-CsPool: w 1/3 on SQLA: done"), log.get(0));
    }

    @Test
    void anErrorOfACallThatWasNotMadeIsToldAllTheSame() {
        Failure failure = new FakeProcess()
                .ends(
                        10,
                        FakeProcess.answer(
                                "[]",
                                "{\"stage\":\"cmdlet\",\"call\":-1,\"id\":\"i\",\"category\":\"c\",\"message\":\"m\"}"),
                        "")
                .failure(null, Cmdlets.pools());
        assertEquals("the shell failed: m (i, category c)", failure.what());
    }
}
