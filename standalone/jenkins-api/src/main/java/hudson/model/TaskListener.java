package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** The log of what runs. */
public interface TaskListener extends SerializableOnlyOverRemoting {

    TaskListener NULL = new hudson.util.StreamTaskListener(java.io.OutputStream.nullOutputStream());

    @NonNull
    PrintStream getLogger();

    @NonNull
    default PrintWriter error(String msg) {
        PrintWriter writer = new PrintWriter(getLogger(), true);
        writer.println("ERROR: " + msg);
        return writer;
    }
}
