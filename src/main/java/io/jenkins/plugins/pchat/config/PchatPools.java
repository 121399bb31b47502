package io.jenkins.plugins.pchat.config;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** The pools that have a name in this Jenkins: a section of Manage Jenkins &gt; System, {@code unclassified: pchatPools:} as code. */
@Extension
@Symbol("pchatPools")
public final class PchatPools extends GlobalConfiguration {

    private List<PchatPool> pools = new ArrayList<>();

    public PchatPools() {
        load();
    }

    /** The one that this Jenkins has. */
    public static PchatPools get() {
        return ExtensionList.lookupSingleton(PchatPools.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.PchatPools_displayName();
    }

    public synchronized List<PchatPool> getPools() {
        return Collections.unmodifiableList(pools);
    }

    /**
     * Replaces all pools.
     *
     * @throws IllegalArgumentException if one has no name, or two have the same; nothing is changed then
     */
    @DataBoundSetter
    public synchronized void setPools(List<PchatPool> pools) {
        List<PchatPool> wanted = new ArrayList<>(pools == null ? List.of() : pools);
        check(wanted);
        this.pools = wanted;
        save();
    }

    /** The pool of this name, in whatever case. */
    public Optional<PchatPool> named(String name) {
        return getPools().stream()
                .filter(pool -> pool.getName().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The names of all pools, as they stand in the configuration. */
    public List<String> names() {
        return getPools().stream().map(PchatPool::getName).toList();
    }

    /** Without its own binding the last pool could never be removed: an empty list isn't among what a form submits. */
    @Override
    public boolean configure(StaplerRequest2 req, JSONObject json) throws Descriptor.FormException {
        try {
            setPools(req.bindJSONToList(PchatPool.class, json.opt("pools")));
            return true;
        } catch (IllegalArgumentException e) {
            throw new Descriptor.FormException(e.getMessage(), "pools");
        }
    }

    private static void check(List<PchatPool> pools) {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (PchatPool pool : pools) {
            if (pool.getName() == null) {
                throw new IllegalArgumentException(Messages.PchatPools_noName());
            }
            if (!names.add(pool.getName())) {
                throw new IllegalArgumentException(Messages.PchatPools_twice(pool.getName()));
            }
        }
    }
}
