package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.storage.Storage.WindowsException;
import io.jenkins.plugins.pchat.lab.wire.ServerError;

/**
 * Errors of SQL Server that more than one statement raises. A follow-up, such as 3013, is carried as a suppressed
 * exception of its cause.
 */
public final class Errors {

    /** The number of errors that SQL Server doesn't have: the lab doesn't simulate what was asked. */
    public static final int NOT_SIMULATED = 40000;

    private Errors() {}

    public static ServerError notSimulated(String what) {
        return new ServerError(NOT_SIMULATED, 16, "The lab doesn't simulate this: " + what + ".");
    }

    public static ServerError syntax(String near) {
        return new ServerError(102, 15, "Incorrect syntax near '" + near + "'.");
    }

    /** 911. */
    public static ServerError noSuchDatabase(String name) {
        return new ServerError(
                911, 16, "Database '" + name + "' does not exist. Make sure that the name is entered correctly.");
    }

    /** 924. */
    public static ServerError singleUser(String name) {
        return new ServerError(
                924, 14, "Database '" + name + "' is already open and can only have one user at a time.");
    }

    /** 927. */
    public static ServerError restoring(String name) {
        return new ServerError(927, 14, "Database '" + name + "' cannot be opened. It is in the middle of a restore.");
    }

    /** 942. */
    public static ServerError offline(String name) {
        return new ServerError(942, 14, "Database '" + name + "' cannot be opened because it is offline.");
    }

    /** 3201, with the operating system's code and text. */
    public static ServerError cannotOpenDevice(String path, WindowsException cause) {
        return new ServerError(
                3201,
                cause.code() == 53 ? 1 : 2,
                16,
                "Cannot open backup device '" + path + "'. Operating system error " + cause.code() + "("
                        + cause.getMessage() + ").");
    }

    /** Adds an error that follows the cause: 3013, 5069, 3119. */
    public static ServerError followedBy(ServerError cause, int number, String text) {
        cause.addSuppressed(new ServerError(number, 16, text));
        return cause;
    }

    /** Adds 3013: {@code BACKUP DATABASE is terminating abnormally.} */
    public static ServerError terminating(ServerError cause, String command) {
        return followedBy(cause, 3013, command + " is terminating abnormally.");
    }

    /** Adds 5069: {@code ALTER DATABASE statement failed.} */
    public static ServerError alterFailed(ServerError cause) {
        return followedBy(cause, 5069, "ALTER DATABASE statement failed.");
    }
}
