package io.jenkins.plugins.pchat.audit;

import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TimeZoneProperty;
import io.jenkins.plugins.pchat.record.FailbackRecord;
import io.jenkins.plugins.pchat.record.Page;
import io.jenkins.plugins.pchat.record.RecordJson;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.StaplerProxy;

/**
 * The record of a build on the build's page. Whoever may read the build may read it, for it holds what the build's log holds; others don't even see that
 * there is one. The data is in a file beside the build's own, so nothing here is saved.
 */
public final class FailbackAction implements RunAction2, StaplerProxy {

    private static final Logger LOGGER = Logger.getLogger(FailbackAction.class.getName());

    private transient Run<?, ?> run;
    private transient RunRecord record;

    /** The action of a build; one is added if it has none yet. */
    static FailbackAction of(Run<?, ?> run) {
        FailbackAction added;
        synchronized (FailbackAction.class) { // operations of parallel branches may come at once
            FailbackAction there = run.getAction(FailbackAction.class);
            if (there != null) {
                return there;
            }
            added = new FailbackAction();
            run.addAction(added);
        }
        try {
            run.save();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "After a restart " + run + " may not show its record");
        }
        return added;
    }

    @Override
    public void onAttached(Run<?, ?> r) {
        run = r;
        record = new RunRecord(r);
    }

    @Override
    public void onLoad(Run<?, ?> r) {
        onAttached(r);
    }

    RunRecord record() {
        return record;
    }

    @Override
    public String getIconFileName() {
        return isReadable() ? "symbol-document-text" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.FailbackAction_displayName();
    }

    @Override
    public String getUrlName() {
        return "pchat-failback";
    }

    /** Asked before anything below this action's address is served. */
    @Override
    public Object getTarget() {
        run.checkPermission(Item.READ);
        return this;
    }

    /** Whether the caller may see anything of this. */
    public boolean isReadable() {
        return run.hasPermission(Item.READ);
    }

    public Run<?, ?> getRun() {
        return run;
    }

    /** One line for the build's page. */
    public String getSummary() {
        return page().summary();
    }

    /** The page as a piece of HTML in which everything is escaped. */
    public String getBody() {
        return page().body();
    }

    /** The table for a change ticket, as plain text. */
    public String getTicket() {
        return page().ticket();
    }

    /** The record as JSON. */
    public String getJson() {
        return RecordJson.write(current());
    }

    /** Why the record can't be read; null if it can. */
    public String getUnreadable() {
        run.checkPermission(Item.READ);
        return record.unreadable();
    }

    private Page page() {
        return new Page(current(), zone(), Instant.now());
    }

    /** While the build runs, with the question that it waits with. */
    private FailbackRecord current() {
        run.checkPermission(Item.READ);
        FailbackRecord seen = record.get();
        return run.isBuilding() ? seen.with(Approvals.of(run, seen.approvals(), Instant.now())) : seen;
    }

    private static ZoneId zone() {
        String chosen = TimeZoneProperty.forCurrentUser();
        try {
            return chosen == null ? ZoneId.systemDefault() : ZoneId.of(chosen);
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }
}
