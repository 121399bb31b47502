package io.jenkins.plugins.pchat.step;

import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.pchat.agent.SqlWork;
import io.jenkins.plugins.pchat.engine.database.RemoveMirroring;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import io.jenkins.plugins.pchat.form.Checks;
import io.jenkins.plugins.pchat.form.Texts;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code pchatRemoveMirroring}: ends the mirroring of databases of the backup instance. */
public final class RemoveMirroringStep extends SqlStep {

    private final String instance;
    private List<String> databases = RemoveMirroring.Request.DEFAULT_DATABASES;

    @DataBoundConstructor
    public RemoveMirroringStep(String instance) {
        this.instance = Util.fixEmptyAndTrim(instance);
    }

    public String getInstance() {
        return instance;
    }

    public List<String> getDatabases() {
        return databases;
    }

    @DataBoundSetter
    public void setDatabases(List<String> databases) {
        List<String> names = Texts.names(databases);
        this.databases = names.isEmpty() ? RemoveMirroring.Request.DEFAULT_DATABASES : names;
    }

    /** The engine's request; its constructor checks the values. */
    SqlRequest request() {
        return new RemoveMirroring.Request(target(instance), databases);
    }

    @Override
    SqlWork work() {
        return work(request());
    }

    /** The step's descriptor. */
    @Extension
    public static final class DescriptorImpl extends SqlStepDescriptor {

        public DescriptorImpl() {
            super("pchatRemoveMirroring", "instance", "databases");
        }

        @Override
        public String getDisplayName() {
            return Messages.RemoveMirroringStep_displayName();
        }

        /** The text of the form's field: one database a line. */
        public String lines(List<String> databases) {
            return Texts.lines(databases == null ? RemoveMirroring.Request.DEFAULT_DATABASES : databases);
        }

        @POST
        public FormValidation doCheckDatabases(@QueryParameter String value) {
            return Checks.of(
                    () -> new RemoveMirroring.Request(SqlTarget.of("any"), Texts.names(List.of(Util.fixNull(value)))));
        }
    }
}
