package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.backup.BackupFileWriter;
import io.jenkins.plugins.pchat.lab.server.backup.SetHeader;
import io.jenkins.plugins.pchat.lab.server.backup.SetTrailer;
import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.LogChain;
import io.jenkins.plugins.pchat.lab.server.model.LogRecord;
import io.jenkins.plugins.pchat.lab.server.store.RowStore;
import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes a backup set. A full one holds the rows as of its beginning and the log of what was written until its end, so
 * that it stands for its end; a log backup holds what was written since the last one.
 */
final class BackupWork {

    private static final int LARGEST_PAGE = 1 << 20;

    private final LabSession session;
    private final Database database;
    private final SetHeader header;
    private final BackupFileWriter file;
    private final RowStore store;

    BackupWork(LabSession session, Database database, SetHeader header, BackupFileWriter file) {
        this.session = session;
        this.database = database;
        this.header = header;
        this.file = file;
        this.store = new RowStore(session.instance().engine());
    }

    static SetHeader header(
            LabSession session, Database database, ServerStatement.Backup backup, String name, String description) {
        LabInstance instance = session.instance();
        SetHeader.Origin origin = new SetHeader.Origin(
                database.name(),
                database.identity(),
                database.recovery(),
                database.access(),
                instance.majorVersion() * 10,
                database.files(),
                List.copyOf(database.users()),
                List.copyOf(database.tables().values()));
        return new SetHeader(
                UUID.randomUUID(),
                backup.kind().equals("LOG"),
                name,
                description,
                session.login().name(),
                instance.serverName(),
                instance.hostName(),
                instance.productVersion(),
                instance.now(),
                backup.options().has("COPY_ONLY"),
                backup.options().has("CHECKSUM")
                        || (backup.options().has("COMPRESSION")
                                && !backup.options().has("NO_CHECKSUM")),
                backup.options().has("COMPRESSION"),
                origin);
    }

    /** Writes the set; what it is about when it is complete. */
    SetTrailer run(Reply reply, int stats, int line) throws IOException, InterruptedException, SQLException {
        session.running().request().command("BACKUP " + (header.log() ? "LOG" : "DATABASE"), "BACKUPIO");
        return header.log() ? log(reply, stats, line) : full(reply, stats, line);
    }

    private SetTrailer full(Reply reply, int stats, int line) throws IOException, InterruptedException, SQLException {
        LogChain log = database.log();
        long checkpoint;
        Map<String, List<byte[]>> rows;
        List<LogRecord> since;
        boolean beginsChain;
        synchronized (database) {
            rows = store.snapshot(database);
            checkpoint = log.mark();
            since = log.capture();
            beginsChain = !header.copyOnly() && !log.hasChain();
        }
        try {
            file.begin(header);
            long total = rows.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(r -> r.length)
                    .sum();
            Progress progress = new Progress(session, reply, stats, line, total);
            for (Map.Entry<String, List<byte[]>> table : rows.entrySet()) {
                write(table.getKey(), table.getValue(), total, progress);
            }
            progress.complete();
            synchronized (database) {
                store.harvest(database);
                file.log(since);
                long databaseBackup = log.databaseBackup();
                SetTrailer trailer = trailer(checkpoint, log.mark(), checkpoint, databaseBackup, beginsChain);
                file.end(trailer);
                if (!header.copyOnly() && database.recovery() != Database.Recovery.SIMPLE) {
                    log.fullBackupTaken(checkpoint, since);
                }
                return trailer;
            }
        } finally {
            log.release(since);
        }
    }

    /** Pages are small enough for a hundred steps of progress, and never larger than a megabyte. */
    private void write(String table, List<byte[]> rows, long total, Progress progress)
            throws IOException, InterruptedException {
        long target = Math.min(LARGEST_PAGE, Math.max(DataFile.PAGE, total / 100));
        List<byte[]> page = new ArrayList<>();
        long bytes = 0;
        for (byte[] row : rows) {
            page.add(row);
            bytes += row.length;
            if (bytes >= target) {
                file.rows(table, page);
                progress.advance(bytes);
                page = new ArrayList<>();
                bytes = 0;
            }
        }
        if (!page.isEmpty()) {
            file.rows(table, page);
            progress.advance(bytes);
        }
    }

    private SetTrailer log(Reply reply, int stats, int line) throws IOException, InterruptedException, SQLException {
        LogChain log = database.log();
        file.begin(header);
        synchronized (database) {
            store.harvest(database);
            long first = log.chainStart();
            long last = log.mark();
            file.log(log.tail().stream().filter(r -> r.lsn() < last).toList());
            new Progress(session, reply, stats, line, 1).complete();
            SetTrailer trailer = trailer(first, last, log.databaseBackup(), log.databaseBackup(), false);
            file.end(trailer);
            if (!header.copyOnly()) {
                log.truncate(last);
            }
            return trailer;
        }
    }

    private SetTrailer trailer(long first, long last, long checkpoint, long databaseBackup, boolean beginsChain)
            throws IOException {
        long plain = file.plainBytes() + DataFile.PAGE;
        long pages = plain / DataFile.PAGE + 1;
        return new SetTrailer(
                first,
                last,
                checkpoint,
                databaseBackup,
                beginsChain,
                session.instance().now(),
                plain,
                file.storedBytes(),
                pages);
    }
}
