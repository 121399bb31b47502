package hudson.remoting;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;

/** A connection between two JVMs. */
public class Channel {

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
}
