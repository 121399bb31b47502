package io.jenkins.plugins.pchat.engine.inspection;

import static io.jenkins.plugins.pchat.engine.Guard.refuseIf;

import io.jenkins.plugins.pchat.engine.check.Check;
import io.jenkins.plugins.pchat.engine.pool.Store;
import java.util.List;

/** What must hold of the pool and of the servers together after a failback. */
final class TopologyChecks {

    private final Verify.Request asked;

    TopologyChecks(Verify.Request asked) {
        this.asked = asked;
    }

    List<Check<VerifyState>> all() {
        return List.of(
                Check.block(
                        asked.pool(),
                        Store.PRIMARY.on(this::primary),
                        seen -> primary(seen).name() + " is the primary database of the pool"),
                Check.block(
                        asked.pool(),
                        Store.BACKUP.on(this::secondary),
                        seen -> secondary(seen).name() + " is its backup database"),
                connected());
    }

    private Store primary(VerifyState seen) {
        return store(seen, asked.shipping().primary().host(), seen.servers().primaryName());
    }

    private Store secondary(VerifyState seen) {
        return store(seen, asked.shipping().secondary().host(), seen.servers().secondaryName());
    }

    /** @param server the name that it has for itself: {@code SQLA\RTC} */
    private static Store store(VerifyState seen, String host, String server) {
        String[] parts = server.split("\\\\", 2);
        return new Store(seen.pool().get(), host, label(parts[0]), parts.length == 1 ? null : parts[1]);
    }

    private static String label(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }

    /** A warning only: a server connects when its service has heard of the change, which may take some minutes. */
    private Check<VerifyState> connected() {
        return Check.warn(
                asked.shipping().primary().instance(),
                refuseIf(
                        "chat-servers-connected",
                        seen -> !missing(seen).isEmpty(),
                        seen -> "these active servers have no session in "
                                + asked.shipping().database() + ": "
                                + String.join(", ", missing(seen)) + ". Sessions come from "
                                + (hosts(seen).isEmpty() ? "nowhere" : String.join(", ", hosts(seen))) + ".",
                        "Right after the failback wait some minutes and run this step again. Else look whether the service Persistent"
                                + " Chat runs there, and into the Lync Server event log."),
                seen -> "sessions in " + asked.shipping().database() + " come from " + String.join(", ", hosts(seen)));
    }

    private static List<String> hosts(VerifyState seen) {
        return seen.servers().connectedHosts().get();
    }

    private static List<String> missing(VerifyState seen) {
        return seen.pool().get().active().stream()
                .filter(server ->
                        hosts(seen).stream().noneMatch(host -> label(host).equalsIgnoreCase(label(server))))
                .toList();
    }
}
