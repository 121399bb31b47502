package io.jenkins.plugins.standalone;

import hudson.remoting.Callable;
import hudson.remoting.Future;
import hudson.remoting.RequestAbortedException;
import hudson.remoting.VirtualChannel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A channel whose other end is a thread of this JVM. Everything that crosses goes through Java serialization, both ways, as with an agent; a
 * caller that is interrupted interrupts the work and does not wait for it, as remoting does.
 */
public class SerializingChannel implements VirtualChannel {

    private static final ThreadLocal<List<Long>> SENDING = new ThreadLocal<>();
    private static final AtomicLong THREADS = new AtomicLong();

    private final Set<Answer<?>> pending = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;
    private volatile boolean mute;

    static boolean isSending() {
        return SENDING.get() != null;
    }

    static void releaseLater(long number) {
        SENDING.get().add(number);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V, T extends Throwable> V call(Callable<V, T> callable) throws IOException, T, InterruptedException {
        Future<V> future = callAsync(callable);
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw (T) e.getCause();
        }
    }

    @Override
    public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) throws IOException {
        if (closed) {
            throw new IOException("the channel is closed", new ClosedChannelException());
        }
        List<Long> exported = new ArrayList<>();
        byte[] request = write(callable, exported);
        Answer<V> answer = new Answer<>(() -> run(request, exported));
        pending.add(answer);
        if (mute) {
            return answer;
        }
        Thread thread = new Thread(answer, "agent request " + THREADS.incrementAndGet());
        thread.setDaemon(true);
        thread.start();
        return answer;
    }

    @SuppressWarnings("unchecked")
    private static <V> V run(byte[] request, List<Long> exported) throws Exception {
        try {
            Callable<V, ?> callable = (Callable<V, ?>) read(request);
            return (V) read(write(callable.call(), exported));
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new ExecutionException(e);
        } finally {
            exported.forEach(Exported::release);
        }
    }

    private static byte[] write(Object value, List<Long> exported) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SENDING.set(exported);
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } finally {
            SENDING.remove();
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Loses the connection: calls that wait fail, and what they run is interrupted, as remoting does at both ends. */
    public void lose() {
        closed = true;
        pending.forEach(Answer::lost);
    }

    /** From now on nothing that is sent is answered. */
    public void mute() {
        mute = true;
    }

    @Override
    public void join() {
        throw new UnsupportedOperationException("VirtualChannel.join");
    }

    @Override
    public void join(long timeout) {
        throw new UnsupportedOperationException("VirtualChannel.join");
    }

    /** The failure crosses as an object too: one that can't be serialized would not reach a controller. */
    private static final class Answer<V> extends FutureTask<V> implements Future<V> {

        private volatile boolean lost;

        private volatile Thread serving;

        Answer(java.util.concurrent.Callable<V> work) {
            super(work);
        }

        @Override
        public void run() {
            serving = Thread.currentThread();
            super.run();
        }

        void lost() {
            lost = true;
            super.cancel(true);
        }

        /** What waits for an answer that can't come any more fails with this. */
        private ExecutionException aborted(CancellationException e) {
            if (!lost) {
                throw e;
            }
            return new ExecutionException(new RequestAbortedException(new ClosedChannelException()));
        }

        /** As remoting does: whoever is interrupted here has the call interrupted at the other end as well. With a time limit it is not so. */
        @Override
        public V get() throws InterruptedException, ExecutionException, CancellationException {
            try {
                return super.get();
            } catch (InterruptedException e) {
                if (serving != null) {
                    serving.interrupt();
                }
                throw e;
            } catch (CancellationException e) {
                throw aborted(e);
            } catch (ExecutionException e) {
                throw crossed(e);
            }
        }

        @Override
        public V get(long timeout, java.util.concurrent.TimeUnit unit)
                throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
            try {
                return super.get(timeout, unit);
            } catch (CancellationException e) {
                throw aborted(e);
            } catch (ExecutionException e) {
                throw crossed(e);
            }
        }

        private static ExecutionException crossed(ExecutionException e) {
            try {
                return new ExecutionException((Throwable) read(write(e.getCause(), new ArrayList<>())));
            } catch (IOException | ClassNotFoundException broken) {
                return new ExecutionException(broken);
            }
        }
    }
}
