package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.standalone.Saves;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/** What is known of a class of describable objects. */
public abstract class Descriptor<T extends Describable<T>> implements Saveable {

    public final transient Class<? extends T> clazz;

    @SuppressWarnings("unchecked")
    protected Descriptor(Class<? extends T> clazz) {
        this.clazz = clazz.equals(Self.class) ? (Class<? extends T>) getClass() : clazz;
    }

    @SuppressWarnings("unchecked")
    protected Descriptor() {
        this.clazz = (Class<? extends T>) getClass().getEnclosingClass();
    }

    @NonNull
    public String getDisplayName() {
        return clazz.getSimpleName();
    }

    public String getId() {
        return clazz.getName();
    }

    public final boolean isInstance(T instance) {
        return clazz.isInstance(instance);
    }

    /** Says that a descriptor describes itself. */
    public static final class Self {}

    @SuppressWarnings("rawtypes")
    protected static Class self() {
        return Self.class;
    }

    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        return true;
    }

    /** Writes the descriptor's file. Here it is only remembered that this was done. */
    @Override
    public synchronized void save() {
        Saves.add(getId());
    }

    /** Reads the descriptor's file. Here there is none. */
    public synchronized void load() {}

    /** A form can't be accepted as it was submitted. */
    public static final class FormException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String formField;

        public FormException(String message, String formField) {
            super(message);
            this.formField = formField;
        }

        /** The field that the message is about. */
        public String getFormField() {
            return formField;
        }
    }
}
