package io.jenkins.plugins.pchat.lab.storage;

import io.jenkins.plugins.pchat.lab.storage.Storage.WindowsException;

/** The errors of Windows that the lab's disks can meet, with the texts that SQL Server puts into its own messages. */
public final class WindowsError {

    private WindowsError() {}

    public static WindowsException of(int code) {
        return new WindowsException(code, text(code));
    }

    /** The system's text for a code. */
    public static String text(int code) {
        return switch (code) {
            case 2 -> "The system cannot find the file specified.";
            case 3 -> "The system cannot find the path specified.";
            case 5 -> "Access is denied.";
            case 32 -> "The process cannot access the file because it is being used by another process.";
            case 53 -> "The network path was not found.";
            case 112 -> "There is not enough space on the disk.";
            case 123 -> "The filename, directory name, or volume label syntax is incorrect.";
            default -> "Error " + code + " of the operating system.";
        };
    }
}
