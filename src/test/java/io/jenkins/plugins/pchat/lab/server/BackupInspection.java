package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.backup.BackupFileReader;
import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.LogRecord;
import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** RESTORE HEADERONLY, FILELISTONLY, LABELONLY and VERIFYONLY. */
final class BackupInspection {

    private final LabSession session;
    private final BackupFileReader file;
    private final String device;
    private final Reply reply;

    BackupInspection(LabSession session, BackupFileReader file, String device, Reply reply) {
        this.session = session;
        this.file = file;
        this.device = device;
        this.reply = reply;
    }

    void run(ServerStatement.Restore restore, OptionValues options)
            throws ServerError, IOException, InterruptedException {
        if (!session.login().sysadmin()) {
            throw new ServerError(262, 14, "CREATE DATABASE permission denied in database 'master'.");
        }
        int position = options.number("FILE", restore.kind().equals("HEADERONLY") ? 0 : 1);
        switch (restore.kind()) {
            case "HEADERONLY" -> headers(position);
            case "FILELISTONLY" -> files(set(file, device, position));
            case "LABELONLY" -> {
                InspectionColumns.send(
                        reply, InspectionColumns.LABEL, List.<Object[]>of(InspectionColumns.label(file)));
            }
            default -> verify(set(file, device, position), restore, options);
        }
    }

    /** The set at a position; 3254 when there is none at all, 3287 for a position beyond the last. */
    static BackupFileReader.Entry set(BackupFileReader file, String device, int position) throws ServerError {
        if (file.sets().isEmpty()) {
            throw new ServerError(3254, 16, "The volume on device '" + device + "' is empty.");
        }
        if (position < 1 || position > file.sets().size()) {
            throw new ServerError(3287, 16, "The file ID " + position + " on device '" + device + "' is not valid.");
        }
        return file.sets().get(position - 1);
    }

    private void headers(int position) throws ServerError {
        if (position > 0) {
            set(file, device, position);
        }
        List<Object[]> rows = new ArrayList<>();
        for (BackupFileReader.Entry set : file.sets()) {
            if (position == 0 || set.position() == position) {
                rows.add(InspectionColumns.header(file, set));
            }
        }
        InspectionColumns.send(reply, InspectionColumns.HEADER, rows);
    }

    private void files(BackupFileReader.Entry set) {
        List<Object[]> rows = new ArrayList<>();
        for (DataFile f : set.header().origin().files()) {
            rows.add(InspectionColumns.file(f, set));
        }
        InspectionColumns.send(reply, InspectionColumns.FILES, rows);
    }

    private void verify(BackupFileReader.Entry set, ServerStatement.Restore restore, OptionValues options)
            throws ServerError, IOException, InterruptedException {
        needChecksums(set, options);
        session.running().request().command("RESTORE VERIFYON", "BACKUPIO");
        Progress progress =
                new Progress(session, reply, options.stats(), restore.line(), set.end() - set.start()).spared();
        boolean tells = restore.options().values().containsKey("STATS")
                || restore.options().has("STATS");
        file.read(set, new BackupFileReader.Pages() {
            @Override
            public void rows(String table, List<byte[]> rows) throws InterruptedException {
                advance(rows.stream().mapToLong(r -> r.length).sum());
            }

            @Override
            public void log(List<LogRecord> records) throws InterruptedException {
                advance(records.size() * 100L);
            }

            private void advance(long bytes) throws InterruptedException {
                if (tells) {
                    progress.advance(bytes);
                } else {
                    session.running().check();
                }
            }
        });
        reply.info(3262, 1, 10, "The backup set on file " + set.position() + " is valid.", restore.line());
    }

    /** 3187: checksums can be compared only when there are some. */
    static void needChecksums(BackupFileReader.Entry set, OptionValues options) throws ServerError {
        if (options.checksum() && !set.header().checksums()) {
            throw new ServerError(
                    3187,
                    16,
                    "RESTORE WITH CHECKSUM cannot be specified because the backup set does not contain checksum "
                            + "information.");
        }
    }
}
