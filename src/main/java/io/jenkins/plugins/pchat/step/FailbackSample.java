package io.jenkins.plugins.pchat.step;

import hudson.Extension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jenkinsci.plugins.workflow.cps.GroovySample;

/** The failback among the samples that the editor of a Pipeline job offers: the pipeline of the documentation, word for word. */
@Extension
public final class FailbackSample implements GroovySample {

    /** The build packs {@code docs/failback.Jenkinsfile} beside this class. */
    private static final String FILE = "FailbackSample/failback.Jenkinsfile";

    @Override
    public String name() {
        return "persistent-chat-failback";
    }

    @Override
    public String title() {
        return Messages.FailbackSample_title();
    }

    @Override
    public String script() {
        try (InputStream file = FailbackSample.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " was not packed into the plugin");
            }
            // The editor counts lines by line feeds, whatever the machine had that packed the plugin.
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
