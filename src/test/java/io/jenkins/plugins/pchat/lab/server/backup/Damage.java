package io.jenkins.plugins.pchat.lab.server.backup;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Damages a backup file as a failing disk would: one byte in the middle of its last set's data. */
public final class Damage {

    private Damage() {}

    /** @param from where the set's data begins
     * @param to where it ends */
    public static void strike(Path path, long from, long to) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            long at = Math.max(from + Blocks.HEAD, (from + to) / 2);
            file.seek(at);
            int value = file.read();
            file.seek(at);
            file.write(value ^ 0x5A);
        }
    }
}
