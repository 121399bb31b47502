package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.backup.BackupFileReader;
import io.jenkins.plugins.pchat.lab.server.model.LogRecord;
import io.jenkins.plugins.pchat.lab.server.store.RowRestorer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Puts the pages of a backup set into the tables. */
final class RestoredPages implements BackupFileReader.Pages {

    private final RowRestorer restorer;
    private final Progress progress;
    private final long from;

    /** @param from log records below this number have been done already */
    RestoredPages(RowRestorer restorer, Progress progress, long from) {
        this.restorer = restorer;
        this.progress = progress;
        this.from = from;
    }

    /** The table engine refused rows of a backup: the lab's own mistake. */
    static final class TablesRefused extends IOException {
        private static final long serialVersionUID = 1L;

        TablesRefused(SQLException cause) {
            super(cause);
        }
    }

    @Override
    public void rows(String table, List<byte[]> rows) throws IOException, InterruptedException {
        try {
            restorer.insert(table, rows);
        } catch (SQLException e) {
            throw new TablesRefused(e);
        }
        progress.advance(rows.stream().mapToLong(r -> r.length).sum());
    }

    @Override
    public void log(List<LogRecord> records) throws IOException {
        try {
            restorer.replay(records, from);
        } catch (SQLException e) {
            throw new TablesRefused(e);
        }
    }
}
