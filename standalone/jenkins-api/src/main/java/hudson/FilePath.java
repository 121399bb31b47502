package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A file on a node. Here it is always a file of this machine, whatever the channel. */
public final class FilePath implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient VirtualChannel channel;
    private final String remote;

    public FilePath(@CheckForNull VirtualChannel channel, @NonNull String remote) {
        this.channel = channel;
        this.remote = remote;
    }

    public FilePath(@NonNull File localPath) {
        this((VirtualChannel) null, localPath.getPath());
    }

    public FilePath(@NonNull FilePath base, @NonNull String rel) {
        this(base.channel, base.path().resolve(rel).toString());
    }

    public String getRemote() {
        return remote;
    }

    public VirtualChannel getChannel() {
        return channel;
    }

    public boolean isRemote() {
        return channel != null;
    }

    public String getName() {
        return path().getFileName().toString();
    }

    @NonNull
    public FilePath child(String relOrAbsolute) {
        return new FilePath(this, relOrAbsolute);
    }

    public FilePath sibling(String rel) {
        return getParent().child(rel);
    }

    public FilePath getParent() {
        Path parent = path().getParent();
        return parent == null ? null : new FilePath(channel, parent.toString());
    }

    public boolean exists() throws IOException, InterruptedException {
        return Files.exists(path());
    }

    public void mkdirs() throws IOException, InterruptedException {
        Files.createDirectories(path());
    }

    public boolean delete() throws IOException, InterruptedException {
        Files.deleteIfExists(path());
        return true;
    }

    public void deleteRecursive() throws IOException, InterruptedException {
        if (!exists()) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path())) {
            for (Path p : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(p);
            }
        }
    }

    public FilePath createTempFile(String prefix, String suffix) throws IOException, InterruptedException {
        return new FilePath(
                channel, Files.createTempFile(path(), prefix, suffix).toString());
    }

    public FilePath createTextTempFile(String prefix, String suffix, String contents)
            throws IOException, InterruptedException {
        return createTextTempFile(prefix, suffix, contents, true);
    }

    public FilePath createTextTempFile(String prefix, String suffix, String contents, boolean inThisDirectory)
            throws IOException, InterruptedException {
        Path file =
                inThisDirectory ? Files.createTempFile(path(), prefix, suffix) : Files.createTempFile(prefix, suffix);
        Files.writeString(file, contents, Charset.defaultCharset());
        return new FilePath(channel, file.toString());
    }

    public void write(String content, String encoding) throws IOException, InterruptedException {
        Files.writeString(path(), content, encoding == null ? Charset.defaultCharset() : Charset.forName(encoding));
    }

    public String readToString() throws IOException, InterruptedException {
        return Files.readString(path(), Charset.defaultCharset());
    }

    public InputStream read() throws IOException, InterruptedException {
        return Files.newInputStream(path());
    }

    private Path path() {
        return Path.of(remote);
    }

    @Override
    public String toString() {
        return remote;
    }
}
