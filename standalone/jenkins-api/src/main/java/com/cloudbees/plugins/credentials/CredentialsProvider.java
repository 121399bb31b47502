package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.security.Permission;
import io.jenkins.plugins.standalone.CredentialStore;

/** Where credentials are looked up; here in the store that a test fills. */
public abstract class CredentialsProvider implements ExtensionPoint {

    public static final Permission USE_ITEM =
            Permission.fromId("com.cloudbees.plugins.credentials.CredentialsProvider.UseItem");

    @CheckForNull
    public static <C extends IdCredentials> C findCredentialById(
            @NonNull String id, @NonNull Class<C> type, @NonNull Run<?, ?> run, DomainRequirement... requirements) {
        return CredentialStore.all(type).stream()
                .filter(c -> c.getId().equals(id))
                .findFirst()
                .orElse(null);
    }

    @CheckForNull
    public static <C extends Credentials> C track(@NonNull Run<?, ?> build, @CheckForNull C credentials) {
        if (credentials != null) {
            CredentialStore.use(build, credentials);
        }
        return credentials;
    }
}
