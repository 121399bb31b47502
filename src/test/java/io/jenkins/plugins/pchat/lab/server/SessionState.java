package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.Set;
import java.util.TreeSet;

/** What a session keeps from one batch to the next: options, counters, temporary tables, transactions. */
final class SessionState {

    private final Set<String> on = new TreeSet<>();
    private final Set<String> temporaryTables = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private boolean journaled = true;
    private boolean takesLong;
    private int transactions;
    private long rowLimit;
    private long rowCount;
    private int errorNumber;
    private ServerError caught;
    private int caughtLine;

    boolean isOn(String option) {
        return on.contains(option);
    }

    void set(String option, boolean value) {
        if (value) {
            on.add(option);
        } else {
            on.remove(option);
        }
    }

    Set<String> temporaryTables() {
        return temporaryTables;
    }

    boolean journaled() {
        return journaled;
    }

    void journaled(boolean value) {
        journaled = value;
    }

    /** Whether the batch that runs backs up or restores. */
    boolean takesLong() {
        return takesLong;
    }

    void takesLong(boolean value) {
        takesLong = value;
    }

    /** {@code @@TRANCOUNT}. */
    int transactions() {
        return transactions;
    }

    void transactions(int count) {
        transactions = count;
    }

    /** SET ROWCOUNT; 0 for no limit. */
    long rowLimit() {
        return rowLimit;
    }

    void rowLimit(long limit) {
        rowLimit = limit;
    }

    /** {@code @@ROWCOUNT}. */
    long rowCount() {
        return rowCount;
    }

    void rowCount(long count) {
        rowCount = count;
    }

    /** {@code @@ERROR}. */
    int errorNumber() {
        return errorNumber;
    }

    void errorNumber(int number) {
        errorNumber = number;
    }

    /** What the CATCH block that runs now has caught, else null. */
    ServerError caught() {
        return caught;
    }

    int caughtLine() {
        return caughtLine;
    }

    void caught(ServerError error, int line) {
        caught = error;
        caughtLine = line;
    }

    void reset() {
        on.clear();
        temporaryTables.clear();
        transactions = 0;
        rowLimit = 0;
        rowCount = 0;
        errorNumber = 0;
        caught = null;
    }
}
