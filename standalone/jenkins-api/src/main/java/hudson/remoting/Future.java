package hudson.remoting;

/** The answer to come from the other end of a channel. */
public interface Future<V> extends java.util.concurrent.Future<V> {}
