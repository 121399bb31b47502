package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/** The last messages of BACKUP and RESTORE: 4035 for each file, 3014 for the whole. */
final class Summary {

    private Summary() {}

    /**
     * Sends them.
     *
     * @param command {@code BACKUP DATABASE}
     * @param position the set's in the file
     */
    static void send(
            Reply reply,
            String command,
            String database,
            List<DataFile> files,
            long pages,
            int position,
            LocalDateTime start,
            LocalDateTime end,
            int line) {
        long logPages = command.endsWith("LOG") ? pages : 1;
        for (DataFile file : files) {
            boolean counts = file.log() || !command.endsWith("LOG");
            if (counts) {
                long of = file.log() ? logPages : pages;
                reply.info(
                        4035,
                        1,
                        10,
                        "Processed " + of + " pages for database '" + database + "', file '" + file.logicalName()
                                + "' on file " + position + ".",
                        line);
            }
        }
        double seconds = Math.max(0.001, Duration.between(start, end).toMillis() / 1000.0);
        String text = String.format(
                Locale.ROOT,
                "%s successfully processed %d pages in %.3f seconds (%.3f MB/sec).",
                command,
                pages,
                seconds,
                pages * (double) DataFile.PAGE / (1 << 20) / seconds);
        reply.info(3014, 1, 10, text, line);
    }
}
