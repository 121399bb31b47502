package hudson.remoting;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.EOFException;
import java.io.IOException;
import java.net.URL;
import java.nio.channels.ClosedChannelException;

/** A connection between two JVMs. There is none here: tests connect by other implementations of {@link VirtualChannel}. */
public class Channel implements VirtualChannel {

    Channel() {}

    /** Whether an exception, or one behind it, says that a channel is closed. */
    public static boolean isClosedChannelException(@CheckForNull Throwable t) {
        for (Throwable each = t; each != null; each = each.getCause()) {
            if (each instanceof ClosedChannelException || each instanceof EOFException) {
                return true;
            }
        }
        return false;
    }

    public boolean preloadJar(ClassLoader local, URL... jars) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("Channel.preloadJar");
    }

    public Object getProperty(Object key) {
        throw new UnsupportedOperationException("Channel.getProperty");
    }

    public Object setProperty(Object key, Object value) {
        throw new UnsupportedOperationException("Channel.setProperty");
    }

    @Override
    public <V, T extends Throwable> V call(Callable<V, T> callable) throws IOException, T, InterruptedException {
        throw new UnsupportedOperationException("Channel.call");
    }

    @Override
    public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) throws IOException {
        throw new UnsupportedOperationException("Channel.callAsync");
    }

    @Override
    public synchronized void close() throws IOException {
        throw new UnsupportedOperationException("Channel.close");
    }

    @Override
    public synchronized void join() throws InterruptedException {
        throw new UnsupportedOperationException("Channel.join");
    }

    @Override
    public synchronized void join(long timeout) throws InterruptedException {
        throw new UnsupportedOperationException("Channel.join");
    }
}
