package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * The requests of one session, run one after the other on a thread of their own, so that the reader sees an attention while one runs. All that is sent after
 * the login is sent by this thread.
 */
final class RequestQueue implements Runnable {

    /** How many messages may wait; a client that sends more without reading has to wait itself. */
    private static final int WAITING = 16;

    private static final Message ATTENTION = new Message(Message.ATTENTION, 0, new byte[0], false);
    private static final Message GONE = new Message(-1, 0, new byte[0], false);

    private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>(WAITING);
    private final BackendSession session;
    private final RequestHandler handler;
    private final TokenWriter tokens;
    private final Link link;
    private final Supplier<WireFault> fault;
    private Thread runner;
    private int attentions;
    private boolean gone;

    /** What the queue can do to the connection. */
    interface Link {
        void close();

        void cut();
    }

    RequestQueue(
            BackendSession session, RequestHandler handler, TokenWriter tokens, Link link, Supplier<WireFault> fault) {
        this.session = session;
        this.handler = handler;
        this.tokens = tokens;
        this.link = link;
        this.fault = fault;
    }

    /** Takes in what the client sent. */
    void add(Message message) throws InterruptedException {
        if (message.type() == Message.ATTENTION) {
            synchronized (this) {
                attentions++;
                cancelRunning();
            }
            waiting.put(ATTENTION);
        } else {
            waiting.put(message);
        }
    }

    /** The client is gone: what runs is cancelled, then the session is closed. */
    void gone() throws InterruptedException {
        synchronized (this) {
            gone = true;
            cancelRunning();
        }
        waiting.put(GONE);
    }

    /** Under the lock, so that neither the interrupt nor the call can hit a request that comes later. */
    private void cancelRunning() {
        if (runner != null) {
            runner.interrupt();
            session.cancel();
        }
    }

    @Override
    public void run() {
        try {
            Message message;
            while ((message = waiting.take()) != GONE) {
                answer(message);
            }
        } catch (IOException | TokenReply.ClientGone e) {
            // Nobody is there to be told; the reader sees the end of the stream as well.
            link.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            try {
                session.close();
            } finally {
                link.close();
            }
        }
    }

    private void answer(Message message) throws IOException {
        PacketWriter packets = tokens.packets();
        WireFault misbehaviour = fault.get();
        if (misbehaviour == WireFault.MUTE_AT_STATEMENT) {
            return;
        }
        packets.begin(Message.RESPONSE);
        if (message == ATTENTION) {
            synchronized (this) {
                attentions--;
            }
            tokens.done(Done.STATEMENT, Done.ATTENTION, 0, 0);
            packets.end();
            return;
        }
        if (misbehave(misbehaviour, packets)) {
            return;
        }
        RequestHandler.Ending ending = message.ignored() ? handler.cancelled() : execute(message);
        ending.write().run();
        packets.end();
        if (ending.fatal()) {
            link.close();
        }
    }

    /** Runs a request, unless it was cancelled already; a cancelled one ends with an error of its own message, the acknowledgement follows in another. */
    private RequestHandler.Ending execute(Message message) throws IOException {
        synchronized (this) {
            if (attentions > 0 || gone) {
                return handler.cancelled();
            }
            runner = Thread.currentThread();
        }
        RequestHandler.Ending ending;
        try {
            ending = handler.execute(message);
        } catch (InterruptedException e) {
            ending = handler.cancelled();
        } finally {
            synchronized (this) {
                runner = null;
                Thread.interrupted();
            }
        }
        synchronized (this) {
            return attentions > 0 && !ending.fatal() ? handler.cancelled() : ending;
        }
    }

    private boolean misbehave(WireFault misbehaviour, PacketWriter packets) throws IOException {
        switch (misbehaviour) {
            case HALF_PACKET_AT_STATEMENT -> {
                tokens.done(Done.STATEMENT, 0, Done.NOTHING, 0);
                packets.half();
                link.close();
            }
            case CLOSE_AT_STATEMENT -> link.close();
            case CUT_AT_STATEMENT -> link.cut();
            default -> {
                return false;
            }
        }
        return true;
    }
}
