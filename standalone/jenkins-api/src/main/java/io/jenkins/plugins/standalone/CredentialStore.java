package io.jenkins.plugins.standalone;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The credentials there are, and which build used which, for tests to fill and to read. */
public final class CredentialStore {

    private static final List<IdCredentials> ALL = new CopyOnWriteArrayList<>();
    private static final List<Use> USES = new CopyOnWriteArrayList<>();

    private CredentialStore() {}

    /** A build that used a credential. */
    public record Use(Run<?, ?> run, Credentials credentials) {}

    public static void add(IdCredentials credentials) {
        ALL.add(credentials);
    }

    public static void clear() {
        ALL.clear();
        USES.clear();
    }

    public static <C extends IdCredentials> List<C> all(Class<C> type) {
        List<C> found = new ArrayList<>();
        ALL.stream().filter(type::isInstance).map(type::cast).forEach(found::add);
        return found;
    }

    public static void use(Run<?, ?> run, Credentials credentials) {
        USES.add(new Use(run, credentials));
    }

    public static List<Use> uses() {
        return List.copyOf(USES);
    }
}
