package io.jenkins.plugins.pchat.audit;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.pchat.record.Page;
import io.jenkins.plugins.pchat.record.RecordFile;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.BuildListenerAdapter;

/** Closes the record when a build ends, and archives it with the build, so that it can be had where Jenkins keeps such things. */
@Extension
public final class BuildEnd extends RunListener<Run<?, ?>> {

    private static final Logger LOGGER = Logger.getLogger(BuildEnd.class.getName());

    @Override
    public void onCompleted(Run<?, ?> run, @NonNull TaskListener listener) {
        FailbackAction action = run.getAction(FailbackAction.class);
        if (action == null) {
            return;
        }
        Instant now = Instant.now();
        action.record()
                .change(
                        all -> all.with(Approvals.of(run, all.approvals(), now))
                                .closed(String.valueOf(run.getResult()), now, Messages.RunRecord_cut()),
                        true);
        try {
            archive(run, action, listener);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The record of " + run + " can't be archived");
            listener.getLogger().println(Messages.BuildEnd_notArchived(String.valueOf(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            listener.getLogger().println(Messages.BuildEnd_notArchived(String.valueOf(e)));
        }
    }

    private static void archive(Run<?, ?> run, FailbackAction action, TaskListener listener)
            throws IOException, InterruptedException {
        File folder = run.getRootDir();
        Page page = new Page(action.record().get(), ZoneId.systemDefault(), Instant.now());
        RecordFile.write(folder.toPath().resolve(RunRecord.TICKET), page.ticket());
        run.pickArtifactManager()
                .archive(
                        new FilePath(folder),
                        new Launcher.LocalLauncher(listener),
                        new BuildListenerAdapter(listener),
                        Map.of(RunRecord.FILE, RunRecord.FILE, RunRecord.TICKET, RunRecord.TICKET));
    }
}
