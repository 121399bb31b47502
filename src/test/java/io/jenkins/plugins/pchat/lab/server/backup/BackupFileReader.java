package io.jenkins.plugins.pchat.lab.server.backup;

import io.jenkins.plugins.pchat.lab.server.model.LogRecord;
import io.jenkins.plugins.pchat.lab.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.json.JSONException;
import org.json.JSONObject;

/** Reads a backup file: its sets at once, their pages on demand. */
public final class BackupFileReader implements Closeable {

    private final Storage storage;
    private final String host;
    private final String windowsPath;
    private final RandomAccessFile file;
    private final List<Entry> sets = new ArrayList<>();
    private JSONObject media;

    /** A backup set in the file; the trailer is null when it was never completed. */
    public record Entry(int position, SetHeader header, SetTrailer trailer, long start, long end) {}

    /** Takes the pages of a set, one after the other. */
    public interface Pages {
        void rows(String table, List<byte[]> rows) throws IOException, InterruptedException;

        void log(List<LogRecord> records) throws IOException, InterruptedException;
    }

    /**
     * Opens a file and reads its headers.
     *
     * @throws Storage.WindowsException 2, 3, 53 when it can't be opened
     * @throws BadBackup when it is no backup
     */
    public BackupFileReader(Storage storage, String host, String windowsPath) throws IOException, InterruptedException {
        this.storage = storage;
        this.host = host;
        this.windowsPath = windowsPath;
        Path path = storage.resolve(host, windowsPath);
        if (!Files.isRegularFile(path)) {
            boolean folder = Files.isDirectory(path.getParent());
            throw folder
                    ? new Storage.WindowsException(2, "The system cannot find the file specified.")
                    : new Storage.WindowsException(3, "The system cannot find the path specified.");
        }
        this.file = new RandomAccessFile(path.toFile(), "r");
        try {
            index();
        } catch (IOException | InterruptedException | JSONException e) {
            file.close();
            if (e instanceof JSONException) {
                throw new BadBackup(BadBackup.Reason.MALFORMED);
            }
            throw e;
        }
    }

    private void index() throws IOException, InterruptedException {
        byte[] magic = new byte[Blocks.MAGIC.length];
        if (file.length() < magic.length + Blocks.HEAD) {
            throw new BadBackup(BadBackup.Reason.MALFORMED);
        }
        file.readFully(magic);
        if (!Arrays.equals(magic, Blocks.MAGIC)) {
            throw new BadBackup(BadBackup.Reason.MALFORMED);
        }
        SetHeader header = null;
        long start = 0;
        while (file.getFilePointer() + Blocks.HEAD <= file.length()) {
            char kind = (char) file.readByte();
            int length = file.readInt();
            int checksum = file.readInt();
            long next = file.getFilePointer() + length;
            if (length < 0 || next > file.length()) {
                break;
            }
            switch (kind) {
                case Blocks.MEDIA -> media = json(length, checksum);
                case Blocks.SET -> {
                    unfinished(header, start);
                    header = Labels.header(json(length, checksum));
                    start = next;
                }
                case Blocks.END -> {
                    if (header == null) {
                        throw new BadBackup(BadBackup.Reason.MALFORMED);
                    }
                    long end = next - length - Blocks.HEAD;
                    sets.add(new Entry(sets.size() + 1, header, Labels.trailer(json(length, checksum)), start, end));
                    header = null;
                }
                case Blocks.ROWS, Blocks.LOG -> file.seek(next);
                default -> throw new BadBackup(BadBackup.Reason.MALFORMED);
            }
        }
        unfinished(header, start);
        if (media == null) {
            throw new BadBackup(BadBackup.Reason.MALFORMED);
        }
    }

    private void unfinished(SetHeader header, long start) throws IOException {
        if (header != null) {
            sets.add(new Entry(sets.size() + 1, header, null, start, file.length()));
        }
    }

    private JSONObject json(int length, int checksum) throws IOException, InterruptedException {
        storage.transfer(host, windowsPath, length, false);
        byte[] bytes = new byte[length];
        file.readFully(bytes);
        if (Blocks.checksum(bytes) != checksum) {
            throw new BadBackup(BadBackup.Reason.MALFORMED);
        }
        return new JSONObject(new String(bytes, StandardCharsets.UTF_8));
    }

    public List<Entry> sets() {
        return List.copyOf(sets);
    }

    /** A property of the media: mediaSet, family, created. */
    public String media(String property) {
        return media.getString(property);
    }

    /** Whether the media's sets are compressed. */
    public boolean compressed() {
        return media.getBoolean("compressed");
    }

    /** Reads a set's pages in order; their checksums, if they have any, are compared. */
    public void read(Entry set, Pages pages) throws IOException, InterruptedException {
        if (set.trailer() == null) {
            throw new BadBackup(BadBackup.Reason.INCOMPLETE);
        }
        file.seek(set.start());
        while (file.getFilePointer() < set.end()) {
            char kind = (char) file.readByte();
            int length = file.readInt();
            int checksum = file.readInt();
            storage.transfer(host, windowsPath, length + Blocks.HEAD, false);
            byte[] stored = new byte[length];
            file.readFully(stored);
            if (checksum != 0 && Blocks.checksum(stored) != checksum) {
                throw new BadBackup(BadBackup.Reason.DAMAGED);
            }
            byte[] page = set.header().compressed() ? Blocks.inflate(stored) : stored;
            if (kind == Blocks.LOG) {
                pages.log(LogPages.decode(Blocks.rows(page)));
            } else {
                pages.rows(Blocks.table(page), Blocks.rows(page));
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
