package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was read of an instance itself, group by group.
 *
 * @param engineAccount the Windows account of the service; empty when the server can't tell
 * @param compression whether backups are compressed unless a statement says otherwise
 * @param certificates the thumbprints of the certificates in master, as {@code 0x...}
 */
record ServerFacts(
        Reading<ServerIdentity> identity,
        Reading<AgentService> service,
        Reading<Rights> rights,
        Reading<Connection> connection,
        Reading<Optional<String>> engineAccount,
        Reading<Boolean> compression,
        Reading<List<Principal>> logins,
        Reading<List<String>> certificates)
        implements ServerEnd {

    /**
     * What the login may see, and where and when the instance is.
     *
     * @param machine the host's short name, of a cluster the virtual one
     * @param instance the name of the instance; null for the default one
     * @param ahead how far the instance's clock is ahead of the agent's
     */
    record Rights(boolean viewState, String machine, String instance, Duration ahead) {

        private static Rights read(SqlSession session) throws Failure, InterruptedException {
            Instant asked = Instant.now();
            SqlRow row = SqlRow.first(session.query(InspectionQueries.RIGHTS));
            Duration answer = Duration.between(asked, Instant.now());
            return new Rights(
                    row.flag("view_state"),
                    row.word("machine_name"),
                    row.text("instance_name"),
                    Duration.between(
                            asked.plus(answer.dividedBy(2)),
                            row.moment("utc_time").toInstant(ZoneOffset.UTC)));
        }
    }

    /** How the session is connected. */
    record Connection(boolean encrypted, String authentication, String transport) {

        private static Connection read(SqlSession session) throws Failure, InterruptedException {
            SqlRow row = SqlRow.first(session.query(InspectionQueries.CONNECTION));
            return new Connection(
                    "TRUE".equalsIgnoreCase(row.text("encrypt_option")),
                    row.text("auth_scheme"),
                    row.text("net_transport"));
        }
    }

    static ServerFacts read(Questions questions) throws InterruptedException {
        return new ServerFacts(
                questions.ask(ServerIdentity::read),
                questions.ask(AgentService::read),
                questions.ask(Rights::read),
                questions.ask(Connection::read),
                questions.askIfThere(
                        session -> session.query(InspectionQueries.ENGINE_SERVICE).stream()
                                .map(row -> row.text("service_account"))
                                .filter(Objects::nonNull)
                                .findFirst(),
                        Optional.empty()),
                questions.ask(session -> SqlRow.first(session.query(InspectionQueries.COMPRESSION))
                        .flag("is_on")),
                questions.ask(session -> session.query(InspectionQueries.LOGINS).stream()
                        .map(Principal::of)
                        .toList()),
                questions.ask(session -> session.query(InspectionQueries.CERTIFICATES).stream()
                        .map(row -> Principal.hex(row.value("thumbprint")))
                        .filter(Objects::nonNull)
                        .toList()));
    }

    @Override
    public ServerIdentity server() {
        return identity.get();
    }

    @Override
    public AgentService agent() {
        return service.get();
    }
}
