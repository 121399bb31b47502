package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Amounts;
import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.check.Check;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The checks of both instances together: that they are two, and that each can take what the other has. */
final class PairChecks {

    private static final String BOTH = "both";

    private static final Guard<InstanceGuards.Pair> SAME_BUILD = Guard.refuseIf(
            "same-build",
            p -> !p.primary().version().equals(p.backup().version()),
            p -> "The builds differ: " + p.primary().version() + " on "
                    + p.primary().propertyName() + ", " + p.backup().version() + " on "
                    + p.backup().propertyName() + ".",
            "Bring both to the same update, before the failback or after it.");

    private static final Guard<InstanceGuards.Pair> SAME_EDITION = Guard.refuseIf(
            "same-edition",
            p -> !p.primary().edition().equals(p.backup().edition()),
            p -> "The editions differ: " + p.primary().edition() + " on "
                    + p.primary().propertyName() + ", " + p.backup().edition() + " on "
                    + p.backup().propertyName() + ".",
            "Mirror pairs need the same edition; check that each instance and its mirror-to-be agree.");

    private static final Guard<InstanceGuards.Pair> SAME_CASE = Guard.refuseIf(
            "server-collation",
            p -> caseSensitive(p.primary()) != caseSensitive(p.backup()),
            p -> "One instance tells capital letters from small ones and the other doesn't: "
                    + p.primary().collation() + " on " + p.primary().propertyName() + ", "
                    + p.backup().collation() + " on " + p.backup().propertyName() + ".",
            "Check that both instances were installed as Persistent Chat needs it.");

    private static final Guard<BothServers> CLOCKS = Guard.refuseIf(
            "clocks",
            s -> apart(s).compareTo(ServerChecks.SKEW) > 0,
            s -> "The clocks of the two servers are " + Amounts.seconds(apart(s).toSeconds()) + " apart.",
            "Set the clocks by one source of time: log shipping compares times of both.");

    private static final Guard<BothServers> CERTIFICATE = Guard.refuseIf(
            "tde-certificate",
            s -> thumbprint(s).isPresent()
                    && s.primary().server().certificates().get().stream()
                            .noneMatch(thumbprint(s).get()::equalsIgnoreCase),
            s -> s.backup().database().name() + " on " + s.backup().name()
                    + " is encrypted with a certificate that " + s.primary().name()
                    + " does not have (33111), thumbprint "
                    + thumbprint(s).get() + ".",
            "Copy the certificate with its private key to the primary (BACKUP CERTIFICATE, CREATE CERTIFICATE), or"
                    + " decrypt the database.");

    private PairChecks() {}

    static List<Check<BothServers>> all(String primary) {
        return List.of(
                Check.block(
                        BOTH,
                        InstanceGuards.TWO_INSTANCES.on(PairChecks::pair),
                        s -> s.primary().name() + " and " + s.backup().name()),
                Check.block(
                        BOTH,
                        InstanceGuards.VERSIONS.on(PairChecks::pair),
                        s -> "the same major version, " + pair(s).primary().major()),
                Check.warn(BOTH, SAME_BUILD.on(PairChecks::pair), s -> pair(s).primary()
                        .version()),
                Check.warn(BOTH, SAME_EDITION.on(PairChecks::pair), s -> pair(s).primary()
                        .edition()),
                Check.warn(
                        BOTH,
                        SAME_CASE.on(PairChecks::pair),
                        s -> pair(s).primary().collation() + " and "
                                + pair(s).backup().collation()),
                Check.warn(BOTH, CLOCKS, s -> Amounts.seconds(apart(s).toSeconds()) + " apart"),
                Check.block(
                        primary,
                        CERTIFICATE,
                        s -> thumbprint(s).isPresent()
                                ? "it has the certificate " + thumbprint(s).get()
                                : "the database is not encrypted"));
    }

    private static InstanceGuards.Pair pair(BothServers s) {
        return new InstanceGuards.Pair(
                s.primary().server().server(), s.backup().server().server());
    }

    private static boolean caseSensitive(ServerIdentity server) {
        String collation = String.valueOf(server.collation()).toUpperCase(Locale.ROOT);
        return collation.contains("_CS") || collation.contains("_BIN");
    }

    private static Duration apart(BothServers s) {
        return s.primary()
                .server()
                .rights()
                .get()
                .ahead()
                .minus(s.backup().server().rights().get().ahead())
                .abs();
    }

    private static Optional<String> thumbprint(BothServers s) {
        return s.backup().database().encryption().get();
    }
}
