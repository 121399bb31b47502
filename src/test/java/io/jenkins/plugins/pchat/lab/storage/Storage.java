package io.jenkins.plugins.pchat.lab.storage;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Finds the real file behind a Windows path, as seen from one host: {@code D:\\Data\\mgc.mdf} is that host's own,
 * {@code \\\\nas\\pchat\\x.bak} is everybody's.
 */
public interface Storage {

    /**
     * The real path; its parent need not exist.
     *
     * @throws WindowsException 53 for an unknown or absent share, 3 for an unknown drive, 123 for a malformed path
     */
    Path resolve(String host, String windowsPath) throws WindowsException;

    /** Free space on the volume that holds a path, in bytes. */
    long available(String host, String windowsPath) throws WindowsException;

    /** The size of each volume, in bytes. */
    long capacity();

    /** The letters of a host's fixed drives, in order: {@code CD}. */
    String drives(String host);

    /**
     * Called before so many bytes are written to or read from a path: waits as a disk of the lab's speed would, and
     * fails as a full or absent one would.
     */
    void transfer(String host, String windowsPath, long bytes, boolean write)
            throws WindowsException, InterruptedException;

    /** An error of the operating system: 2, 3, 5, 32, 53, 112, 123. */
    final class WindowsException extends IOException {
        private static final long serialVersionUID = 1L;
        private final int code;

        public WindowsException(int code, String text) {
            super(text);
            this.code = code;
        }

        public int code() {
            return code;
        }
    }
}
