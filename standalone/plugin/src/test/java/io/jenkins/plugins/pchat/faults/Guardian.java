package io.jenkins.plugins.pchat.faults;

import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.chat.MessageCount;
import io.jenkins.plugins.pchat.lab.chat.Mgc;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import java.util.ArrayList;
import java.util.List;

/** Looks on whenever a copy of {@code mgc} is about to be lost: what has been acknowledged must all be in another one that can be used. */
final class Guardian {

    private final DataCentres lab;
    private final List<String> violations = new ArrayList<>();
    private int seen;

    Guardian(DataCentres lab) {
        this.lab = lab;
    }

    synchronized void losing(String server, String database) {
        if (!database.equalsIgnoreCase(Mgc.NAME)) {
            return;
        }
        seen++;
        LabInstance primary = lab.servers().primary();
        LabInstance other = server.equals(primary.serverName()) ? lab.servers().backup() : primary;
        Database copy = other.databases().find(Mgc.NAME);
        MessageCount count = MessageCount.on(other, lab.chat().ledger());
        if (copy == null || copy.state() != Database.State.ONLINE || count.lost() > 0) {
            violations.add("mgc on " + server + " was overwritten while the one on " + other.serverName() + " was "
                    + (copy == null ? "absent" : copy.state()) + " and lacked " + count.lost()
                    + " acknowledged messages");
        }
    }

    /** How often a copy was about to be lost. */
    synchronized int seen() {
        return seen;
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }
}
