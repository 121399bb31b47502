package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import java.util.List;
import java.util.Optional;

/**
 * What was read of a database on one instance, group by group.
 *
 * @param encryption the thumbprint of the certificate that the database is encrypted with; empty when it isn't
 * @param content what is in it; only of one that is online
 * @param users those that need a login; only of a database that is online
 * @param restored the last full restore into it; empty when msdb remembers none
 */
record DatabaseFacts(
        String name,
        Reading<ServerIdentity> identity,
        Reading<Optional<DatabaseState>> state,
        Reading<MirroringState> session,
        Reading<Traits> traits,
        Reading<Optional<String>> encryption,
        Reading<List<String>> snapshots,
        Reading<WriteMark> content,
        Reading<Long> suspectPages,
        Reading<List<Principal>> users,
        Reading<Optional<RestoredSet>> restored,
        Reading<List<String>> sessions)
        implements NamedDatabase {

    private static final int VERSION_2012 = 11;

    /**
     * More columns of {@code sys.databases}.
     *
     * @param logReuse why the log can't be cut: {@code NOTHING}, {@code LOG_BACKUP}, {@code DATABASE_MIRRORING}, ...
     */
    record Traits(boolean published, boolean subscribed, String logReuse) {

        private static Traits of(SqlRow row) {
            return new Traits(
                    row.flag("is_published") || row.flag("is_merge_published"),
                    row.flag("is_subscribed"),
                    row.text("log_reuse_wait_desc"));
        }
    }

    static DatabaseFacts read(Questions questions, String name, Reading<ServerIdentity> identity)
            throws InterruptedException {
        Reading<Optional<DatabaseState>> state = questions.ask(session -> DatabaseState.read(session, name));
        return new DatabaseFacts(
                name,
                identity,
                state,
                questions.ask(session -> MirroringState.read(session, name)),
                questions.ask(session -> session.query(Queries.DATABASE, name).stream()
                        .map(Traits::of)
                        .findFirst()
                        .orElse(new Traits(false, false, null))),
                questions.ask(session -> session.query(InspectionQueries.ENCRYPTION, name).stream()
                        .map(row -> String.valueOf(Principal.hex(row.value("encryptor_thumbprint"))))
                        .findFirst()),
                questions.ask(session -> state.get().isEmpty()
                        ? List.of()
                        : Questions.names(session.query(
                                Queries.SNAPSHOTS, state.get().get().id()))),
                questions.ask(session -> {
                    Questions.needsOnline(name, state.get().orElse(null));
                    return WriteMark.read(session, name);
                }),
                questions.ask(session -> SqlRow.first(session.query(InspectionQueries.SUSPECT_PAGES, name))
                        .whole("pages")),
                questions.ask(session -> {
                    Questions.needsOnline(name, state.get().orElse(null));
                    boolean since2012 = identity.get().major() >= VERSION_2012;
                    return session.query(InspectionQueries.users(name, since2012)).stream()
                            .map(Principal::of)
                            .toList();
                }),
                questions.ask(session -> RestoredSet.last(session, name)),
                questions.ask(session -> Sessions.in(name, session, identity.get())));
    }

    @Override
    public ServerIdentity server() {
        return identity.get();
    }

    @Override
    public DatabaseState database() {
        return state.get().orElse(null);
    }

    @Override
    public MirroringState mirroring() {
        return session.get();
    }

    boolean exists() {
        return database() != null;
    }

    boolean online() {
        return exists() && database().online();
    }
}
