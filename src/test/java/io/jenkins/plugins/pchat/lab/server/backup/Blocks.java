package io.jenkins.plugins.pchat.lab.server.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The blocks that a backup file is made of: after eight bytes of magic each has a kind, a length, a checksum (0 for
 * none) and its bytes. The first is the media's, then for each set a header, pages of rows, pages of log, and a
 * trailer.
 */
final class Blocks {

    /** The first bytes of each file. */
    static final byte[] MAGIC = {'P', 'C', 'H', 'A', 'T', 'B', 'A', 'K'};

    static final char MEDIA = 'M';
    static final char SET = 'S';
    static final char ROWS = 'R';
    static final char LOG = 'L';
    static final char END = 'E';

    /** The bytes before a block's own: kind, length, checksum. */
    static final int HEAD = 9;

    private Blocks() {}

    static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /** A page of rows of one table. */
    static byte[] rows(String table, List<byte[]> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(table);
            out.writeInt(rows.size());
            for (byte[] row : rows) {
                out.writeInt(row.length);
                out.write(row);
            }
        }
        return bytes.toByteArray();
    }

    /** The table of a page. */
    static String table(byte[] page) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(page))) {
            return in.readUTF();
        }
    }

    /** The rows of a page. */
    static List<byte[]> rows(byte[] page) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(page))) {
            in.readUTF();
            int count = in.readInt();
            List<byte[]> rows = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                rows.add(in.readNBytes(in.readInt()));
            }
            return rows;
        }
    }

    static byte[] deflate(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    static byte[] inflate(byte[] stored) throws BadBackup {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stored);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new BadBackup(BadBackup.Reason.DAMAGED);
                }
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new BadBackup(BadBackup.Reason.DAMAGED);
        } finally {
            inflater.end();
        }
    }
}
