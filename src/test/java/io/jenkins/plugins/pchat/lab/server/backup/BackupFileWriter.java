package io.jenkins.plugins.pchat.lab.server.backup;

import io.jenkins.plugins.pchat.lab.server.model.LogRecord;
import io.jenkins.plugins.pchat.lab.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.json.JSONObject;

/** Writes one backup set to a file, each block as fast as the storage lets it. */
public final class BackupFileWriter implements Closeable {

    private final Storage storage;
    private final String host;
    private final String windowsPath;
    private final RandomAccessFile file;
    private final long setStart;
    private SetHeader header;
    private long plainBytes;

    /**
     * Opens the file.
     *
     * @param append to keep the sets that are there; else the file begins anew
     * @throws Storage.WindowsException 53, 3, 123 when the path can't be opened
     */
    public BackupFileWriter(Storage storage, String host, String windowsPath, boolean append)
            throws IOException, InterruptedException {
        this.storage = storage;
        this.host = host;
        this.windowsPath = windowsPath;
        Path path = storage.resolve(host, windowsPath);
        if (!Files.isDirectory(path.getParent())) {
            throw new Storage.WindowsException(3, "The system cannot find the path specified.");
        }
        if (Files.isDirectory(path)) {
            throw new Storage.WindowsException(5, "Access is denied.");
        }
        this.file = new RandomAccessFile(path.toFile(), "rw");
        if (!append) {
            file.setLength(0);
        }
        file.seek(file.length());
        this.setStart = file.length();
    }

    /** Writes the header of the set, before it that of the media when the file is new. */
    public void begin(SetHeader newHeader) throws IOException, InterruptedException {
        header = newHeader;
        if (setStart == 0) {
            JSONObject media = new JSONObject()
                    .put("mediaSet", UUID.randomUUID().toString())
                    .put("family", UUID.randomUUID().toString())
                    .put("created", LocalDateTime.now().toString())
                    .put("compressed", header.compressed());
            file.write(Blocks.MAGIC);
            write(Blocks.MEDIA, text(media), true);
        }
        write(Blocks.SET, text(Labels.write(header)), true);
    }

    /** Writes rows of a table. */
    public void rows(String table, List<byte[]> rows) throws IOException, InterruptedException {
        page(Blocks.ROWS, Blocks.rows(table, rows));
    }

    /** Writes log records. */
    public void log(List<LogRecord> records) throws IOException, InterruptedException {
        page(Blocks.LOG, Blocks.rows("", LogPages.encode(records)));
    }

    private void page(char kind, byte[] plain) throws IOException, InterruptedException {
        plainBytes += plain.length;
        write(kind, header.compressed() ? Blocks.deflate(plain) : plain, header.checksums());
    }

    /** Bytes of the pages so far, before compression. */
    public long plainBytes() {
        return plainBytes;
    }

    /** Bytes of the set so far, as stored. */
    public long storedBytes() throws IOException {
        return file.getFilePointer() - setStart;
    }

    /** Completes the set. */
    public void end(SetTrailer trailer) throws IOException, InterruptedException {
        write(Blocks.END, text(Labels.write(trailer)), true);
    }

    private static byte[] text(JSONObject json) {
        return json.toString(1).getBytes(StandardCharsets.UTF_8);
    }

    private void write(char kind, byte[] bytes, boolean checked) throws IOException, InterruptedException {
        storage.transfer(host, windowsPath, bytes.length + Blocks.HEAD, true);
        file.writeByte(kind);
        file.writeInt(bytes.length);
        file.writeInt(checked ? Blocks.checksum(bytes) : 0);
        file.write(bytes);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
