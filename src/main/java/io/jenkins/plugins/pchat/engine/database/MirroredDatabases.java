package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Observation;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What was read about mirroring: the server and each database that was asked for, by name. */
record MirroredDatabases(ServerIdentity server, Map<String, Mirrored> databases) implements Observation {

    /** A database and its mirroring session; a null database does not exist. */
    record Mirrored(DatabaseState database, MirroringState mirroring) {

        private String stateName() {
            return database == null ? "absent" : database.state();
        }
    }

    static MirroredDatabases read(SqlSession session, List<String> names) throws Failure, InterruptedException {
        ServerIdentity server = ServerIdentity.read(session);
        Map<String, Mirrored> databases = new LinkedHashMap<>();
        for (String name : names) {
            DatabaseState database = DatabaseState.read(session, name).orElse(null);
            databases.put(
                    name,
                    new Mirrored(
                            database, database == null ? MirroringState.NONE : MirroringState.read(session, name)));
        }
        return new MirroredDatabases(server, databases);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        databases.forEach((name, seen) -> lines.add(
                seen.database() == null
                        ? name + " does not exist on " + server.name()
                        : name + " on " + server.name() + ": " + seen.database().state() + ", "
                                + seen.mirroring().line()));
        return lines;
    }

    /** Each database as guards look at it. */
    List<NamedDatabase> all() {
        return databases.entrySet().stream()
                .<NamedDatabase>map(each -> new On(
                        server,
                        each.getKey(),
                        each.getValue().database(),
                        each.getValue().mirroring()))
                .toList();
    }

    private record On(ServerIdentity server, String name, DatabaseState database, MirroringState mirroring)
            implements NamedDatabase {}

    /** The names of the databases of which this is true. */
    List<String> where(Predicate<Mirrored> condition) {
        return databases.entrySet().stream()
                .filter(e -> condition.test(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Role and state of each database, before (this) and after, as a result that a pipeline can read. */
    Map<String, Object> compare(MirroredDatabases after) {
        Map<String, Object> result = new LinkedHashMap<>();
        databases.forEach((name, was) -> {
            Mirrored is = after.databases().get(name);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("before", was.mirroring().line());
            details.put("after", is.mirroring().line());
            details.put("stateBefore", was.stateName());
            details.put("stateAfter", is.stateName());
            if (was.mirroring().mirrored()) {
                details.put("role", was.mirroring().role());
                details.put("partner", was.mirroring().partner());
                details.put("partnerCopy", "RESTORING");
            }
            result.put(name, details);
        });
        return result;
    }
}
