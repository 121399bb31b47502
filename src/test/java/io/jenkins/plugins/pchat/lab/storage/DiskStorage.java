package io.jenkins.plugins.pchat.lab.storage;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Disks and shares in a folder of this machine: {@code hosts/SQLB/D/Data/mgc.mdf}, {@code shares/nas/pchat/x.bak}.
 * Names keep their spelling but a file is found whatever the case, as on Windows.
 */
public final class DiskStorage implements Storage {

    private static final Pattern LOCAL = Pattern.compile("([A-Za-z]):((?:[\\\\/].*)?)");
    private static final Pattern SHARE = Pattern.compile("\\\\\\\\([^\\\\/]+)[\\\\/]([^\\\\/]+)((?:[\\\\/].*)?)");
    private static final Pattern MALFORMED = Pattern.compile("[:*?\"<>|\\x00-\\x1F]");
    private static final double SLOW_BYTES_PER_SECOND = 512 * 1024;

    private final Path root;
    private final Faults faults;
    private final long capacity;
    private final double bytesPerSecond;
    private final Set<Path> volumes = ConcurrentHashMap.newKeySet();

    /**
     * @param root an empty folder that the caller deletes when the lab is gone
     * @param capacity of each drive and share, in bytes
     * @param megabytesPerSecond how fast each transfer is; 0 for as fast as it goes
     */
    public DiskStorage(Path root, Faults faults, long capacity, double megabytesPerSecond) {
        this.root = root;
        this.faults = faults;
        this.capacity = capacity;
        this.bytesPerSecond = megabytesPerSecond * 1024 * 1024;
    }

    /** Storage without limits of space or speed. */
    public DiskStorage(Path root, Faults faults) {
        this(root, faults, 64L << 30, 0);
    }

    /** Adds a fixed drive to a host: {@code D}. */
    public DiskStorage drive(String host, char letter) {
        return volume(root.resolve("hosts")
                .resolve(fold(host))
                .resolve(String.valueOf(letter).toUpperCase(Locale.ROOT)));
    }

    /** Adds a share: {@code \\nas\pchat}. */
    public DiskStorage share(String unc) {
        Matcher share = SHARE.matcher(unc);
        if (!share.matches()) {
            throw new IllegalArgumentException("'" + unc + "' is no share.");
        }
        return volume(shareFolder(share));
    }

    private DiskStorage volume(Path folder) {
        try {
            volumes.add(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The fixed drives of a host, by letter, in order. */
    @Override
    public String drives(String host) {
        StringBuilder letters = new StringBuilder();
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            if (volumes.contains(root.resolve("hosts").resolve(fold(host)).resolve(String.valueOf(letter)))) {
                letters.append(letter);
            }
        }
        return letters.toString();
    }

    @Override
    public Path resolve(String host, String windowsPath) throws WindowsException {
        Place place = place(host, windowsPath);
        Path path = place.volume();
        for (String part : place.rest().split("[\\\\/]+")) {
            if (MALFORMED.matcher(part).find() || part.equals("..")) {
                throw WindowsError.of(123);
            }
            if (!part.isEmpty() && !part.equals(".")) {
                path = child(path, part);
            }
        }
        return path;
    }

    @Override
    public long available(String host, String windowsPath) throws WindowsException {
        Path volume = place(host, windowsPath).volume();
        long[] used = {0};
        try {
            Files.walkFileTree(volume, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    used[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                /** It was renamed or deleted since it was listed: a job completes a log backup meanwhile. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Math.max(0, capacity - used[0]);
    }

    @Override
    public long capacity() {
        return capacity;
    }

    @Override
    public void transfer(String host, String windowsPath, long bytes, boolean write)
            throws WindowsException, InterruptedException {
        place(host, windowsPath);
        if (write && windowsPath.startsWith("\\\\") && faults.inForce(Fault.SHARE_FULL)) {
            throw WindowsError.of(112);
        }
        if (write && available(host, windowsPath) < bytes) {
            throw WindowsError.of(112);
        }
        double speed = bytesPerSecond;
        if (faults.inForce(Fault.SLOW_DISK)) {
            speed = speed == 0 ? SLOW_BYTES_PER_SECOND : Math.min(SLOW_BYTES_PER_SECOND, speed / 10);
        }
        long nanos = speed == 0 ? 0 : (long) (bytes / speed * 1e9);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        // The disk is exactly as slow as it was asked to be; this wait is the transfer.
        Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
    }

    private record Place(Path volume, String rest) {}

    private Place place(String host, String windowsPath) throws WindowsException {
        Matcher share = SHARE.matcher(windowsPath);
        if (share.matches()) {
            Path folder = shareFolder(share);
            if (!volumes.contains(folder) || faults.inForce(Fault.SHARE_GONE)) {
                throw WindowsError.of(53);
            }
            return new Place(folder, share.group(3));
        }
        Matcher local = LOCAL.matcher(windowsPath);
        if (!local.matches()) {
            throw WindowsError.of(windowsPath.startsWith("\\\\") ? 53 : 123);
        }
        Path drive =
                root.resolve("hosts").resolve(fold(host)).resolve(local.group(1).toUpperCase(Locale.ROOT));
        if (!volumes.contains(drive)) {
            throw WindowsError.of(3);
        }
        return new Place(drive, local.group(2));
    }

    private Path shareFolder(Matcher share) {
        return root.resolve("shares").resolve(fold(share.group(1))).resolve(fold(share.group(2)));
    }

    private static Path child(Path folder, String name) {
        Path exact = folder.resolve(name);
        if (Files.exists(exact) || !Files.isDirectory(folder)) {
            return exact;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(e -> e.getFileName().toString().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(exact);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
