package io.jenkins.plugins.pchat.engine.inspection;

import static io.jenkins.plugins.pchat.engine.inspection.Scene.blocks;
import static io.jenkins.plugins.pchat.engine.inspection.Scene.warns;

import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.DatabaseUser;
import io.jenkins.plugins.pchat.lab.server.model.Login;
import io.jenkins.plugins.pchat.lab.server.model.Mirroring;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Stream;

/** What can be wrong with the database that serves the users, and with the one that is to be replaced. */
final class DatabaseScenes {

    private static final byte[] THUMBPRINT = {1, 2, 3, 4};
    private static Mirroring before;

    private DatabaseScenes() {}

    static Stream<Scene> ofTheSource() {
        return Stream.of(
                blocks("database-exists", lab -> lab.database = "nosuch"),
                blocks(
                        "principal",
                        lab -> mirroring(
                                lab.onBackup(), new Mirroring(UUID.randomUUID(), false, "TCP://x:5022", "X", null)),
                        lab -> lab.onBackup().mirroring(before)),
                blocks(
                        "no-failover-under-way",
                        lab -> mirroring(
                                lab.onBackup(),
                                new Mirroring(UUID.randomUUID(), true, "TCP://x:5022", "X", null, true)),
                        lab -> lab.onBackup().mirroring(before)),
                blocks("database-online", lab -> lab.onBackup().state(Database.State.OFFLINE), lab -> lab.onBackup()
                        .state(Database.State.ONLINE)),
                // RESTORING without a hand-over of this failback is no trace of an earlier run
                blocks("database-online", lab -> lab.onBackup().state(Database.State.RESTORING), lab -> lab.onBackup()
                        .state(Database.State.ONLINE)),
                option(true, "database-writable", "READ_ONLY"),
                blocks(
                        "multi-user",
                        lab -> lab.onBackup().access(Database.Access.RESTRICTED_USER),
                        lab -> lab.onBackup().access(Database.Access.MULTI_USER)),
                blocks(
                        "recovery-full",
                        lab -> lab.onBackup().recovery(Database.Recovery.BULK_LOGGED),
                        lab -> lab.onBackup().recovery(Database.Recovery.FULL)),
                option(true, "not-in-availability-group", "AVAILABILITY_GROUP"),
                blocks(
                        "target-no-snapshots",
                        lab -> snapshot(lab.sqlb, lab.onBackup()),
                        lab -> lab.sqlb.run("master", "DROP DATABASE mgc_snapshot")),
                blocks(
                        "tde-certificate",
                        lab -> lab.onBackup().options().put("ENCRYPTED_BY", THUMBPRINT),
                        lab -> lab.onBackup().options().remove("ENCRYPTED_BY")),
                warns(
                        "logins-on-primary",
                        lab -> lab.onBackup()
                                .users()
                                .add(new DatabaseUser(99, "DCB\\old", 'U', Login.domainSid("DCB\\old"))),
                        lab -> lab.onBackup().users().removeIf(user -> user.id() == 99)),
                warns("owner-login", lab -> lab.onBackup().ownerSid(new byte[] {7, 7}), lab -> lab.onBackup()
                        .ownerSid(new byte[] {1})),
                warns(
                        "compliance-backlog",
                        lab -> lab.sqlb.run("mgccomp", "CREATE TABLE backlog (id int); INSERT INTO backlog VALUES (1)"),
                        lab -> lab.sqlb.run("mgccomp", "DROP TABLE backlog")),
                warns(
                        "suspect-pages",
                        lab -> lab.sqlb.run(
                                "msdb",
                                "INSERT INTO suspect_pages VALUES ("
                                        + lab.onBackup().id() + ", 1, 99, 2, 1, GETDATE())"),
                        lab -> lab.sqlb.run("msdb", "DELETE FROM suspect_pages")),
                warns("no-replication", lab -> lab.onBackup().options().put("PUBLISHED", "ON"), lab -> lab.onBackup()
                        .options()
                        .remove("PUBLISHED")));
    }

    static Stream<Scene> ofTheTarget() {
        return Stream.of(
                warns("primary-database", lab -> lab.onPrimary().state(Database.State.RESTORING), lab -> lab.onPrimary()
                        .state(Database.State.ONLINE)),
                blocks(
                        "target-not-mirrored",
                        lab -> lab.onPrimary()
                                .mirroring(new Mirroring(UUID.randomUUID(), true, "TCP://x:5022", "X", null)),
                        lab -> lab.onPrimary().mirroring(null)),
                option(false, "target-not-in-availability-group", "AVAILABILITY_GROUP"),
                blocks(
                        "target-not-recovering",
                        lab -> lab.onPrimary().state(Database.State.RECOVERING),
                        lab -> lab.onPrimary().state(Database.State.ONLINE)),
                blocks(
                        "target-no-snapshots",
                        lab -> snapshot(lab.sqla, lab.onPrimary()),
                        lab -> lab.sqla.run("master", "DROP DATABASE mgc_snapshot")),
                blocks(
                        "same-collation",
                        lab -> lab.onPrimary().options().put("COLLATION", "Latin1_General_CI_AI"),
                        lab -> lab.onPrimary().options().remove("COLLATION")),
                blocks("primary-not-newer", lab -> rows(lab, 3000), lab -> lab.sqla.run("mgc", "DROP TABLE more")),
                warns(
                        "primary-nearly-empty",
                        lab -> rows(lab, (int) (0.75 * lab.lab.chat().ledger().count())),
                        lab -> lab.sqla.run("mgc", "DROP TABLE more")),
                blocks(
                        "disk-space",
                        lab -> lab.onBackup()
                                .files(lab.onBackup().files().stream()
                                        .map(file -> file.sized(60L << 30))
                                        .toList()),
                        lab -> lab.onBackup()
                                .files(lab.onBackup().files().stream()
                                        .map(file -> file.sized(8L << 20))
                                        .toList())));
    }

    private static Scene option(boolean onBackup, String check, String option) {
        return blocks(
                check,
                lab -> (onBackup ? lab.onBackup() : lab.onPrimary()).options().put(option, "ON"),
                lab -> (onBackup ? lab.onBackup() : lab.onPrimary()).options().remove(option));
    }

    private static void mirroring(Database database, Mirroring session) {
        before = database.mirroring();
        database.mirroring(session);
    }

    private static void snapshot(LabInstance instance, Database of) {
        instance.createDatabase("mgc_snapshot").options().put("SNAPSHOT_OF", of.id());
    }

    private static void rows(PreflightLab lab, int count) {
        lab.sqla.run("mgc", "CREATE TABLE more (id int)");
        for (int inserted = 0; inserted < count; inserted += 50) {
            lab.sqla.run("mgc", "INSERT INTO more VALUES " + String.join(", ", Collections.nCopies(50, "(1)")));
        }
    }
}
