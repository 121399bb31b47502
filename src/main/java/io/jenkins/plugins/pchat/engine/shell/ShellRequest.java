package io.jenkins.plugins.pchat.engine.shell;

import io.jenkins.plugins.pchat.engine.Operation;
import java.io.Serializable;

/**
 * What a shell step asks for: plain values that can be kept over a restart, no secret among them. Its constructor
 * refuses values that can't be valid, with an {@link IllegalArgumentException} whose message is meant for the user.
 */
public interface ShellRequest extends Serializable {

    /** The operation through this shell. */
    Operation<?> on(Shell shell);
}
