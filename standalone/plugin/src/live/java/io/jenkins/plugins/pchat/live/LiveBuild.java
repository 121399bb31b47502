package io.jenkins.plugins.pchat.live;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.json.JSONObject;

/** A build, as it is seen and steered from outside. */
final class LiveBuild {

    private final LiveJenkins jenkins;
    private final String path;

    LiveBuild(LiveJenkins jenkins, String path) {
        this.jenkins = jenkins;
        this.path = path;
    }

    /** Where it is, below the address of Jenkins, with a slash at its end. */
    String path() {
        return path;
    }

    String console() throws Exception {
        return jenkins.as(Person.ADMIN).text(path + "consoleText");
    }

    /** The question that it waits at now; null when there is none. */
    Question question() throws Exception {
        HttpResponse<String> page = jenkins.as(Person.ADMIN).get(path + "input/");
        return page.statusCode() == 200 ? Question.read(page.body()) : null;
    }

    /** Answers with "go on". */
    HttpResponse<String> approve(Rest who, Question question) throws Exception {
        return who.post(path + "input/" + question.id() + "/proceedEmpty", Map.of());
    }

    /** Aborts it as the red cross does. */
    void abort() throws Exception {
        Rest.expect("stop", jenkins.as(Person.ADMIN).post(path + "stop", Map.of()), 200, 302);
    }

    /** {@code SUCCESS}, {@code FAILURE}, {@code ABORTED}; null as long as it runs. */
    String result() throws Exception {
        JSONObject build = jenkins.as(Person.ADMIN).json(path + "api/json?tree=building,result");
        return build.getBoolean("building") ? null : build.getString("result");
    }

    String awaitResult(Duration limit) throws Exception {
        return Waiting.forThe("the build ends", limit, this::result, this::consoleForError);
    }

    /** Waits until a line of the console has these words. */
    void awaitLog(String words, Duration limit) throws Exception {
        Waiting.until("the console has '" + words + "'", limit, () -> console().contains(words), this::consoleForError);
    }

    /** Keeps the console beside the other things that the test leaves. */
    void saveConsole(String file) throws Exception {
        Path target = jenkins.settings().folder().resolve(file);
        Files.writeString(target, console());
    }

    private String consoleForError() {
        try {
            return console();
        } catch (Exception e) {
            return "the console can't be read: " + e;
        }
    }
}
