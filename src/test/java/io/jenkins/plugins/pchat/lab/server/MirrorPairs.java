package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.Mirroring;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.UUID;

/** Database mirroring between instances of the lab: that a session exists and can be removed; nothing is copied. */
final class MirrorPairs {

    private MirrorPairs() {}

    static void establish(LabInstance principal, String name, LabInstance mirror, String witness) {
        try {
            Database source = principal.databases().named(name);
            Database copy = mirror.databases().find(name);
            if (copy == null) {
                copy = mirror.createDatabase(name);
            }
            UUID session = UUID.randomUUID();
            copy.identity(source.identity());
            copy.state(Database.State.RESTORING);
            source.mirroring(new Mirroring(session, true, address(mirror), mirror.serverName(), witness));
            copy.mirroring(new Mirroring(session, false, address(principal), principal.serverName(), witness));
            source.partner(() -> forget(mirror, name, session));
            copy.partner(() -> forget(principal, name, session));
        } catch (ServerError e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void forget(LabInstance partner, String name, UUID session) {
        Database copy = partner.databases().find(name);
        if (copy != null
                && copy.mirroring() != null
                && copy.mirroring().session().equals(session)) {
            copy.mirroring(null);
        }
    }

    private static String address(LabInstance instance) {
        return "TCP://" + instance.hostName() + ":5022";
    }
}
