package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.server.Instance;
import io.jenkins.plugins.pchat.lab.storage.Storage.WindowsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The log backups of one database in one folder, {@code mgc_20260102030405.trn}, as SQL Server Agent's account sees
 * them.
 */
final class TrnFiles {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final Instance instance;
    private final String database;
    private final String folder;
    private final Pattern name;

    TrnFiles(Instance instance, String database, String folder) {
        this.instance = instance;
        this.database = database;
        this.folder = folder;
        this.name = Pattern.compile(Pattern.quote(database) + "_(\\d{14})\\.trn", Pattern.CASE_INSENSITIVE);
    }

    /** The Windows path of a file in this folder. */
    String path(String fileName) {
        return folder + "\\" + fileName;
    }

    /** The file name at the end of a Windows path; empty for null. */
    static String fileName(String path) {
        return path == null ? "" : path.substring(path.lastIndexOf('\\') + 1);
    }

    /** A name for a log backup taken now; later than any given one, for two in one second would have the same name. */
    String newName(String last) {
        LocalDateTime stamp = instance.now();
        Matcher before = name.matcher(fileName(last));
        if (before.matches()) {
            LocalDateTime next = LocalDateTime.parse(before.group(1), STAMP).plusSeconds(1);
            stamp = stamp.isBefore(next) ? next : stamp;
        }
        // What a backup that failed within this second has left is no backup to append to.
        while (isThere(named(stamp)) || isThere(working(named(stamp)))) {
            stamp = stamp.plusSeconds(1);
        }
        return named(stamp);
    }

    private String named(LocalDateTime stamp) {
        return database + "_" + STAMP.format(stamp) + ".trn";
    }

    private boolean isThere(String file) {
        try {
            return Files.exists(instance.storage().resolve(instance.hostName(), path(file)));
        } catch (WindowsException e) {
            return false;
        }
    }

    /** When the log backup of this path was taken, from its name. */
    static LocalDateTime stamp(String path) {
        String file = fileName(path);
        return LocalDateTime.parse(file.substring(file.length() - 18, file.length() - 4), STAMP);
    }

    /** The name that a log backup taken so many minutes ago has; with no delay, later than every name. */
    String newestAllowed(int delayMinutes) {
        return delayMinutes == 0
                ? database + "_99999999999999.trn"
                : database + "_" + STAMP.format(instance.now().minusMinutes(delayMinutes)) + ".trn";
    }

    /** The names of the files later than one, the oldest first. */
    List<String> later(String than) throws WindowsException {
        return all().stream().filter(file -> file.compareToIgnoreCase(than) > 0).toList();
    }

    private List<String> all() throws WindowsException {
        Path real = readable();
        try (Stream<Path> files = Files.list(real)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> name.matcher(file).matches())
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
        } catch (IOException e) {
            throw new WindowsException(3, "The system cannot find the path specified.");
        }
    }

    private Path readable() throws WindowsException {
        return instance.storage().resolve(instance.hostName(), folder);
    }

    /**
     * Copies a file into another folder: under the ending {@code .wrk} first, so that nobody sees half a log backup.
     */
    void copy(String file, TrnFiles to) throws WindowsException, InterruptedException {
        String host = instance.hostName();
        Path from = instance.storage().resolve(host, path(file));
        Path target = instance.storage().resolve(host, to.path(file));
        Path work = instance.storage().resolve(host, to.path(working(file)));
        try {
            long bytes = Files.size(from);
            instance.storage().transfer(host, path(file), bytes, false);
            instance.storage().transfer(host, to.path(file), bytes, true);
            Files.copy(from, work, StandardCopyOption.REPLACE_EXISTING);
            Files.move(work, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (WindowsException e) {
            throw e;
        } catch (IOException e) {
            throw new WindowsException(3, "The system cannot find the path specified.");
        }
    }

    /** The name under which a log backup is written until it is complete. */
    static String working(String file) {
        return file.substring(0, file.length() - ".trn".length()) + ".wrk";
    }

    /** Gives a completed log backup its name. */
    void complete(String file) throws WindowsException {
        String host = instance.hostName();
        try {
            Files.move(
                    instance.storage().resolve(host, path(working(file))),
                    instance.storage().resolve(host, path(file)));
        } catch (WindowsException e) {
            throw e;
        } catch (IOException e) {
            throw new WindowsException(5, "Access is denied.");
        }
    }

    /**
     * Deletes the log backups of this database that are older than the retention, and none that is later than the last
     * one used.
     */
    int deleteOlderThan(int minutes, String lastUsed) throws WindowsException {
        String limit = database + "_" + STAMP.format(instance.now().minusMinutes(minutes)) + ".trn";
        int deleted = 0;
        for (String file : all()) {
            if (file.compareToIgnoreCase(limit) < 0 && file.compareToIgnoreCase(lastUsed) <= 0) {
                try {
                    Files.deleteIfExists(instance.storage().resolve(instance.hostName(), path(file)));
                    deleted++;
                } catch (WindowsException e) {
                    throw e;
                } catch (IOException e) {
                    throw new WindowsException(5, "Access is denied.");
                }
            }
        }
        return deleted;
    }

    /** Fails when the Agent's account may not read this folder, though the engine's may. */
    void agentReads() throws WindowsException {
        if (folder.startsWith("\\\\") && instance.faults().inForce(Fault.AGENT_SHARE_DENIED)) {
            throw new WindowsException(5, "Access to the path '" + folder.toLowerCase(Locale.ROOT) + "' is denied.");
        }
    }
}
