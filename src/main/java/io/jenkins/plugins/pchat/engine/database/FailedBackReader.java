package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads both instances after a failback, and knows the cycle of log shipping that is run in between. */
public final class FailedBackReader {

    private final ConfigureLogShipping.Request request;
    private final SqlSession primary;
    private final SqlSession secondary;
    private final Pause pause;
    private final LogShippingReader reader;
    private final FreshCycle cycle = new FreshCycle();

    /** @param id of the operation that looks */
    public FailedBackReader(
            ConfigureLogShipping.Request request, SqlSession primary, SqlSession secondary, OperationId id) {
        this(request, primary, secondary, id, Pause.REAL);
    }

    FailedBackReader(
            ConfigureLogShipping.Request request,
            SqlSession primary,
            SqlSession secondary,
            OperationId id,
            Pause pause) {
        this.request = request;
        this.primary = primary;
        this.secondary = secondary;
        this.pause = pause;
        this.reader = new LogShippingReader(request, primary, secondary, id, pause);
    }

    /** Reads; what fails is kept as a part of what was read. */
    public FailedBack read() throws InterruptedException {
        Reading<LogShippingEnd> first = Reading.of(() -> reader.end(primary));
        Reading<LogShippingEnd> second = Reading.of(() -> reader.end(secondary));
        Reading<LogShippingState> shipping =
                after(first, one -> after(second, two -> Reading.of(() -> reader.read(one, two))));
        return new FailedBack(
                request,
                first,
                Reading.of(() -> DatabaseState.read(primary, DatabaseName.MGCCOMP)),
                inPrimary(first, end -> OrphanedUser.read(primary, request.database(), end.server())),
                inPrimary(first, end -> hosts(end)),
                second,
                Reading.of(() -> DatabaseState.read(secondary, DatabaseName.MGCCOMP)),
                Reading.of(() -> MirroringState.read(secondary, DatabaseName.MGCCOMP)),
                shipping,
                after(shipping, seen -> Reading.of(() -> JobRun.all(seen, primary, secondary))),
                after(
                        shipping,
                        seen -> Reading.of(
                                () -> BackupFiles.read(primary, request.share(), request.database(), used(seen)))),
                cycle());
    }

    private List<String> hosts(LogShippingEnd end) throws Failure, InterruptedException {
        return Sessions.of(request.database(), primary, end.server()).stream()
                .map(Sessions.Session::host)
                .distinct()
                .toList();
    }

    /** The paths of the backups that this failback was made with. */
    private static List<String> used(LogShippingState seen) {
        List<String> used = new ArrayList<>();
        Stream.concat(
                        Stream.ofNullable(seen.handOver().latest()),
                        seen.initial().any().stream().limit(1))
                .map(BackupSet::path)
                .forEach(used::add);
        Stream.ofNullable(seen.handOver().path()).forEach(used::add);
        return used;
    }

    private FailedBack.Cycle cycle() {
        Failure failure = cycle.failure();
        return new FailedBack.Cycle(
                cycle.complete(),
                failure == null ? null : failure.what(),
                failure == null ? null : failure.nextAction());
    }

    /** One cycle of log shipping; empty when it is not configured far enough to be run. */
    public List<PlannedAction> cycle(FailedBack seen) {
        if (!seen.shipping().present()) {
            return List.of();
        }
        LogShippingState shipping = seen.shipping().get();
        return shipping.primaryEntry() == null || shipping.secondaryEntry() == null
                ? List.of()
                : cycle.of(new CycleActions(request, primary, secondary, shipping.names(), pause).all());
    }

    /** Reads on from what was read; what could not be read can't be read on from. */
    @FunctionalInterface
    private interface Next<A, B> {
        Reading<B> read(A first) throws InterruptedException;
    }

    private static <A, B> Reading<B> after(Reading<A> first, Next<A, B> next) throws InterruptedException {
        return first.present() ? next.read(first.get()) : Reading.failed(first.failure());
    }

    @FunctionalInterface
    private interface Inside<B> {
        B read(LogShippingEnd end) throws Failure, InterruptedException;
    }

    private static <B> Reading<B> inPrimary(Reading<LogShippingEnd> end, Inside<B> inside) throws InterruptedException {
        return after(
                end,
                seen -> seen.online()
                        ? Reading.of(() -> inside.read(seen))
                        : Reading.failed(Failure.of(
                                Failure.Code.NOT_VERIFIED,
                                "the database is " + stateOf(seen) + " on " + seen.name()
                                        + ", so nothing in it can be read")));
    }

    static String stateOf(LogShippingEnd end) {
        return end.database() == null ? "absent" : end.database().state();
    }
}
