package hudson.util;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.TaskListener;
import io.jenkins.plugins.standalone.Exported;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A log that goes to a stream. Sent over a channel it still writes to the stream of the sender, as remoting arranges it. */
public class StreamTaskListener implements TaskListener {

    private static final long serialVersionUID = 1L;

    private final transient PrintStream out;

    public StreamTaskListener(@NonNull PrintStream out) {
        this.out = out;
    }

    public StreamTaskListener(@NonNull OutputStream out) {
        this(out, StandardCharsets.UTF_8);
    }

    public StreamTaskListener(@NonNull OutputStream out, @CheckForNull Charset charset) {
        this(new PrintStream(out, false, charset == null ? StandardCharsets.UTF_8 : charset));
    }

    @Override
    public PrintStream getLogger() {
        return out;
    }

    private Object writeReplace() {
        return Exported.of(this);
    }
}
