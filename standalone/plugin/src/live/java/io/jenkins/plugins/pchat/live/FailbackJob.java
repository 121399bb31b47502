package io.jenkins.plugins.pchat.live;

import io.jenkins.plugins.pchat.host.ShippedPipeline;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.json.JSONObject;

/** A Pipeline job that holds the shipped pipeline, as the comment at its top says. */
final class FailbackJob {

    private static final Duration QUEUE_LIMIT = Duration.ofMinutes(1);

    private final LiveJenkins jenkins;
    private final String name;

    private FailbackJob(LiveJenkins jenkins, String name) {
        this.jenkins = jenkins;
        this.name = name;
    }

    /** Makes the job; its parameters are known from the first build on, as if somebody had opened the form and saved it. */
    static FailbackJob create(LiveJenkins jenkins, String name, Map<String, String> parameters) throws Exception {
        String definitions = parameters.keySet().stream()
                .map(
                        "<hudson.model.StringParameterDefinition><name>%s</name></hudson.model.StringParameterDefinition>"
                                ::formatted)
                .collect(Collectors.joining());
        String xml = """
                <flow-definition>
                  <properties><hudson.model.ParametersDefinitionProperty>
                    <parameterDefinitions>%s</parameterDefinitions>
                  </hudson.model.ParametersDefinitionProperty></properties>
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition">
                    <script>%s</script>
                    <sandbox>true</sandbox>
                  </definition>
                </flow-definition>
                """.formatted(definitions, escaped(ShippedPipeline.text()));
        String path = "createItem?name=" + name;
        Rest.expect(path, jenkins.as(Person.ADMIN).post(path, "application/xml", xml), 200);
        return new FailbackJob(jenkins, name);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Starts a build and waits until it has begun. */
    LiveBuild build(Map<String, String> parameters) throws Exception {
        Rest admin = jenkins.as(Person.ADMIN);
        String path = "job/" + name + "/buildWithParameters";
        HttpResponse<String> queued = Rest.expect(path, admin.post(path, parameters), 201);
        URI item = URI.create(queued.headers().firstValue("Location").orElseThrow());
        int number = Waiting.forThe("the build begins", QUEUE_LIMIT, () -> number(admin, item), item::toString);
        return new LiveBuild(jenkins, "job/" + name + "/" + number + "/");
    }

    private static Integer number(Rest admin, URI item) throws Exception {
        JSONObject executable =
                admin.json(item.getPath().substring(1) + "api/json").optJSONObject("executable");
        return executable == null ? null : executable.getInt("number");
    }
}
