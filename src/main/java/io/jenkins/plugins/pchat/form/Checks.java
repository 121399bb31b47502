package io.jenkins.plugins.pchat.form;

import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.pchat.engine.database.ConfigureLogShipping;
import io.jenkins.plugins.pchat.engine.database.UncPath;
import io.jenkins.plugins.pchat.engine.pool.ClearActiveServers;
import io.jenkins.plugins.pchat.engine.pool.SetActiveServers;
import io.jenkins.plugins.pchat.engine.shell.RemoteShell;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.List;

/**
 * The answers to the fields of forms: what the engine says of a value. They look at the text only; whoever may open a form must not make Jenkins
 * connect to a server of their choice.
 */
public final class Checks {

    /** Any pool will do to check another field by. */
    private static final String SOME_POOL = "pool.example.com";

    private Checks() {}

    /** What a constructor of the engine's says, whose refusal is an {@link IllegalArgumentException}. */
    public static FormValidation of(Runnable validation) {
        try {
            validation.run();
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** An instance of SQL Server. */
    public static FormValidation instance(String value) {
        return of(() -> SqlTarget.of(Util.fixEmptyAndTrim(value)));
    }

    /** An instance of SQL Server that must not be the same as another one. */
    public static FormValidation instance(String value, String other) {
        FormValidation shape = instance(value);
        return shape.kind == FormValidation.Kind.OK
                        && Util.fixNull(other).trim().equalsIgnoreCase(value.trim())
                ? FormValidation.error(Messages.Checks_sameInstance())
                : shape;
    }

    /** A folder on a share. */
    public static FormValidation share(String value) {
        return of(() -> UncPath.folder(Util.fixNull(value).trim()));
    }

    /** The folder for copied log backups. */
    public static FormValidation copyDirectory(String value) {
        return of(() -> new ConfigureLogShipping.Request(
                SqlTarget.of("one"),
                SqlTarget.of("two"),
                null,
                "\\\\any\\share",
                Util.fixEmptyAndTrim(value),
                null,
                null,
                null));
    }

    /** A Persistent Chat pool. */
    public static FormValidation pool(String value) {
        return of(() -> new ClearActiveServers.Request(Util.fixEmptyAndTrim(value), null, 0));
    }

    /** The identity to give to the setter of the active servers, which may be missing. */
    public static FormValidation setterIdentity(String value) {
        return of(() -> new ClearActiveServers.Request(SOME_POOL, Util.fixEmptyAndTrim(value), 0));
    }

    /** Minutes to wait for replication. */
    public static FormValidation replication(int minutes) {
        return of(() -> new ClearActiveServers.Request(SOME_POOL, null, minutes));
    }

    /** Servers, one a line. */
    public static FormValidation servers(String value) {
        return of(() -> new SetActiveServers.Request(SOME_POOL, Texts.names(List.of(Util.fixNull(value))), null, 0));
    }

    /** The address of a remote shell, which may be missing. */
    public static FormValidation shellUri(String value) {
        String uri = Util.fixEmptyAndTrim(value);
        return uri == null ? FormValidation.ok() : of(() -> RemoteShell.checkUri(uri));
    }

    /** The account for a remote shell, which has no meaning without one. */
    public static FormValidation shellAccount(String value, String shellUri) {
        return Util.fixEmptyAndTrim(value) != null && Util.fixEmptyAndTrim(shellUri) == null
                ? FormValidation.error(Messages.Checks_shellAccount())
                : FormValidation.ok();
    }

    /** The word for how a connection is encrypted. */
    public static FormValidation encryption(String value) {
        return of(() -> SqlTarget.Encrypt.of(value));
    }

    /** Whether any certificate is accepted. */
    public static FormValidation trust(boolean value) {
        return value ? FormValidation.warning(Messages.Checks_trust()) : FormValidation.ok();
    }
}
