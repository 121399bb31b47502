package io.jenkins.plugins.pchat.live;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.json.JSONObject;

/** Jenkins over HTTP, as one person who has an API token and therefore needs no crumb, or as nobody. */
final class Rest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI url;
    private final Person person;

    /**
     * @param url of Jenkins, with a slash at its end
     * @param person null for nobody, who is not logged in
     */
    Rest(URI url, Person person) {
        this.url = url;
        this.person = person;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The text of a page that must be there. */
    String text(String path) throws IOException, InterruptedException {
        return expect(path, get(path), 200).body();
    }

    JSONObject json(String path) throws IOException, InterruptedException {
        return new JSONObject(text(path));
    }

    void download(String path, Path file) throws IOException, InterruptedException {
        HttpResponse<Path> response = client.send(request(path).build(), HttpResponse.BodyHandlers.ofFile(file));
        expect(path, response, 200);
    }

    /** Sends a form. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", form);
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", type + "; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Runs a script of the script console and gives what it printed. */
    String script(String groovy) throws IOException, InterruptedException {
        return expect("scriptText", post("scriptText", Map.of("script", groovy)), 200)
                .body()
                .trim();
    }

    static <T> HttpResponse<T> expect(String path, HttpResponse<T> response, int... codes) {
        for (int code : codes) {
            if (response.statusCode() == code) {
                return response;
            }
        }
        throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).timeout(LIMIT);
        return person == null ? request : request.header("Authorization", person.authorization());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
