package io.jenkins.plugins.pchat.lab.shell;

import java.util.Locale;
import java.util.Set;

/**
 * Which spellings of an identity the setters take. The one with a blank after the colon, which a document has, is not
 * among them.
 */
record Identities(Topology topology) {

    /** The documents disagree on the literal for the active list; each of theirs is taken. */
    void checkActiveServer(CmdletCall call) throws CmdletError {
        check(call, true, Set.of("global", "pchatservercollection", own()));
    }

    void checkState(CmdletCall call) throws CmdletError {
        check(call, false, Set.of(own(), "service:" + own(), "service:" + topology.pool()));
    }

    private void check(CmdletCall call, boolean optional, Set<String> spellings) throws CmdletError {
        String identity = call.text("Identity");
        if (identity == null ? !optional : !spellings.contains(identity.toLowerCase(Locale.ROOT))) {
            throw CmdletError.notFound(call, identity);
        }
    }

    private String own() {
        return topology.identity().toLowerCase(Locale.ROOT);
    }
}
