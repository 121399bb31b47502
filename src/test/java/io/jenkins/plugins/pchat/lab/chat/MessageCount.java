package io.jenkins.plugins.pchat.lab.chat;

import io.jenkins.plugins.pchat.lab.server.LabInstance;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;

/**
 * What became of the messages.
 *
 * @param acknowledged how many a database said are safe
 * @param present how many of those are in {@code mgc} on one instance
 * @param lost how many of those are not
 */
public record MessageCount(int acknowledged, int present, int lost) {

    /** Counts on an instance, past its protocol, so that its state and its sessions do not matter. */
    public static MessageCount on(LabInstance instance, Ledger ledger) {
        BitSet there = new BitSet();
        BitSet acknowledged = ledger.acknowledged();
        if (instance.databases().find(Mgc.NAME) != null) {
            try (Connection connection = instance.catalog();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT chatId FROM \"mgc.dbo\".\"tblChat\"")) {
                while (rows.next()) {
                    there.set(Math.toIntExact(rows.getLong(1)));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(
                        "can't count the messages on " + instance.serverName() + ": " + e.getMessage(), e);
            }
        }
        BitSet present = (BitSet) acknowledged.clone();
        present.and(there);
        return new MessageCount(
                acknowledged.cardinality(), present.cardinality(), acknowledged.cardinality() - present.cardinality());
    }
}
