package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.Guard.refuseIf;

import io.jenkins.plugins.pchat.engine.check.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What must hold of the backup instance after a failback, where the log shipping secondary is. */
final class FailedBackSecondary {

    private final ConfigureLogShipping.Request asked;
    private final String where;
    private final String name;

    FailedBackSecondary(ConfigureLogShipping.Request asked) {
        this.asked = asked;
        where = asked.secondary().instance();
        name = asked.database();
    }

    List<Check<FailedBack>> all() {
        List<Check<FailedBack>> all = new ArrayList<>();
        all.add(Check.block(
                where,
                CommonGuards.SYSADMIN.on(seen -> seen.secondary().get().server()),
                seen -> seen.secondary().get().server().login() + " is sysadmin"));
        all.add(Check.block(
                        where,
                        refuseIf(
                                "secondary-restoring",
                                (LogShippingEnd end) -> !end.restoring(),
                                end -> name + " is " + FailedBackReader.stateOf(end)
                                        + "; it takes no log, and after a disaster nothing could be failed over to.",
                                "Run pchatConfigureLogShipping: it initialises the secondary."),
                        end -> name + " is RESTORING, waiting for log backups")
                .on(seen -> seen.secondary().get()));
        all.add(Check.block(
                        where,
                        refuseIf(
                                "secondary-unused",
                                (LogShippingEnd end) -> !end.sessions().isEmpty(),
                                end -> "somebody works on the copy that is to be the secondary: "
                                        + String.join("; ", end.sessions()) + ".",
                                "Stop those programs. What they write there is not on the primary."),
                        end -> "nobody is connected to " + name)
                .on(seen -> seen.secondary().get()));
        all.add(Check.block(
                where,
                refuseIf(
                        "secondary-not-mirrored",
                        seen -> seen.secondary().get().mirroring().mirrored()
                                || seen.complianceMirroring().get().mirrored(),
                        seen -> name + " is "
                                + seen.secondary().get().mirroring().line() + ", " + DatabaseName.MGCCOMP + " is "
                                + seen.complianceMirroring().get().line() + ".",
                        "Run pchatRemoveMirroring with this instance."),
                seen -> "neither " + name + " nor " + DatabaseName.MGCCOMP + " is mirrored"));
        all.add(Check.block(
                where,
                refuseIf(
                        "secondary-registered",
                        seen -> !isRegistered(seen.shipping().get()),
                        seen -> name + " is registered as the secondary of "
                                + (seen.shipping().get().secondaryEntries().isEmpty()
                                        ? "nobody"
                                        : primaries(seen.shipping().get()))
                                + ", not of " + seen.primaryName() + " alone.",
                        "Run pchatConfigureLogShipping; with onExisting: 'replace' it removes what differs."),
                seen -> "registered as the secondary of " + seen.primaryName() + ", and of nobody else"));
        return all;
    }

    private boolean isRegistered(LogShippingState shipping) {
        SecondaryRegistration entry = shipping.secondaryEntry();
        return entry != null
                && asked.database().equalsIgnoreCase(entry.database())
                && shipping.secondaryEntries().size() == 1;
    }

    private static String primaries(LogShippingState shipping) {
        return shipping.secondaryEntries().stream()
                .map(entry -> entry.primaryServer() + "." + entry.primaryDatabase())
                .collect(Collectors.joining(", "));
    }
}
