package io.jenkins.plugins.pchat.lab;

import io.jenkins.plugins.pchat.lab.chat.MessageCount;
import io.jenkins.plugins.pchat.lab.chat.Mgc;
import io.jenkins.plugins.pchat.lab.chat.Rows;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What is there in the end, asked of the lab and not of the steps. */
public final class EndState {

    private final DataCentres lab;
    private final Rows primaryRows;
    private final MessageCount onPrimary;
    private final MessageCount onBackup;

    public EndState(DataCentres lab) {
        this.lab = lab;
        DatabaseServers servers = lab.servers();
        onPrimary = MessageCount.on(servers.primary(), lab.chat().ledger());
        onBackup = MessageCount.on(servers.backup(), lab.chat().ledger());
        primaryRows = Rows.of(servers.primary());
    }

    public MessageCount onPrimary() {
        return onPrimary;
    }

    /**
     * Rows that were in the backup's mgc when the list had been cleared and are not on the primary; 0 before it was
     * cleared.
     */
    public int rowsMissing() {
        return lab.whenCleared() == null ? 0 : lab.whenCleared().missingIn(primaryRows);
    }

    public String state(LabInstance instance, String database) {
        Database found = instance.databases().find(database);
        return found == null ? "absent" : found.state() + ", " + found.recovery();
    }

    public String mirroring(LabInstance instance, String database) {
        Database found = instance.databases().find(database);
        return found == null || found.mirroring() == null
                ? "none"
                : (found.mirroring().principal() ? "principal with " : "mirror of ")
                        + found.mirroring().partnerInstance();
    }

    /** What is not as the pipeline was asked to make it; empty when all is. */
    public List<String> wrong(List<String> wantedServers) {
        List<String> wrong = new ArrayList<>();
        LabInstance primary = lab.servers().primary();
        LabInstance backup = lab.servers().backup();
        expect(wrong, "mgc on the primary", state(primary, Mgc.NAME), "ONLINE, FULL");
        expect(wrong, "mgc on the backup", state(backup, Mgc.NAME), "RESTORING, FULL");
        expect(wrong, "mirroring of mgc", mirroring(backup, Mgc.NAME), "none");
        expect(wrong, "mirroring of mgccomp", mirroring(backup, "mgccomp"), "none");
        expect(wrong, "pool state", lab.topology().configuration().state(), "Normal");
        expect(wrong, "active servers", lab.topology().configuration().active().toString(), wantedServers.toString());
        expect(wrong, "rows of the backup that are not on the primary", String.valueOf(rowsMissing()), "0");
        expect(wrong, "lost messages", String.valueOf(onPrimary.lost()), "0");
        return wrong;
    }

    private static void expect(List<String> wrong, String what, String is, String wanted) {
        if (!is.equals(wanted)) {
            wrong.add(what + ": " + is + " instead of " + wanted);
        }
    }

    /** One line for somebody who stopped halfway. */
    public String inShort() {
        return "mgc is " + state(lab.servers().primary(), Mgc.NAME) + " on the primary and "
                + state(lab.servers().backup(), Mgc.NAME)
                + " on the backup; active servers: " + activeServers() + "; pool state: "
                + lab.topology().configuration().state();
    }

    private String activeServers() {
        List<String> active = lab.topology().configuration().active();
        return active.isEmpty() ? "none" : String.join(", ", active);
    }

    /**
     * Acknowledged messages that are not where they should be: on the primary after a failback, on either instance
     * before.
     */
    public int lost(boolean finished) {
        return finished
                ? onPrimary.lost()
                : onPrimary.acknowledged() - Math.max(onPrimary.present(), onBackup.present());
    }

    /** @param finished whether the failback came to its end */
    public List<String> table(boolean finished) {
        List<String> lines = new ArrayList<>();
        LabInstance primary = lab.servers().primary();
        LabInstance backup = lab.servers().backup();
        lines.add(row("END STATE", "primary " + primary.serverName(), "backup " + backup.serverName()));
        for (String database : List.of(Mgc.NAME, "mgccomp")) {
            lines.add(row(database, state(primary, database), state(backup, database)));
            lines.add(row("  mirroring", mirroring(primary, database), mirroring(backup, database)));
        }
        lines.add(row("  messages in mgc", String.valueOf(onPrimary.present()), String.valueOf(onBackup.present())));
        lines.add(row(
                "log shipping",
                shipping(lab.servers().primaryPort(), "primary"),
                shipping(lab.servers().backupPort(), "secondary")));
        lines.add(row("active servers", activeServers(), ""));
        lines.add(row("pool state", lab.topology().configuration().state(), ""));
        lines.add(row(
                "messages",
                "%d acknowledged, %d present on the primary, %d lost"
                        .formatted(onPrimary.acknowledged(), onPrimary.present(), lost(finished)),
                ""));
        if (finished && lab.whenCleared() != null) {
            lines.add(row(
                    "row for row",
                    "%d rows on the backup when the list was cleared, %d of them not on the primary"
                            .formatted(lab.whenCleared().count(), rowsMissing()),
                    ""));
        }
        return lines;
    }

    private static String row(String what, String primary, String backup) {
        return "%-18s  %-34s  %s".formatted(what, primary, backup).stripTrailing();
    }

    /** The last files of log shipping, as any client reads them. */
    private String shipping(int port, String role) {
        String query = role.equals("primary")
                ? "SELECT last_backup_file FROM msdb.dbo.log_shipping_monitor_primary WHERE primary_database = 'mgc'"
                : "SELECT last_copied_file, last_restored_file FROM msdb.dbo.log_shipping_monitor_secondary WHERE secondary_database = 'mgc'";
        try (Connection connection = LabClient.connect(lab, port);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                return "none";
            }
            return role.equals("primary")
                    ? "backed up " + file(rows.getString(1))
                    : "copied " + file(rows.getString(1)) + ", restored " + file(rows.getString(2));
        } catch (SQLException e) {
            return "can't be read: " + e.getMessage();
        }
    }

    private static String file(String path) {
        return path == null ? "nothing yet" : path.substring(path.lastIndexOf('\\') + 1);
    }
}
