package io.jenkins.plugins.pchat.lab.shell;

/**
 * An error that a cmdlet reports. Ids and categories are those that PowerShell itself gives to such errors; the wording
 * of the management shell's own is not documented, so these texts are the lab's.
 */
final class CmdletError extends Exception {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String category;

    CmdletError(String id, String category, String message) {
        super(message);
        this.id = id;
        this.category = category;
    }

    static CmdletError notFound(CmdletCall call, String what) {
        return new CmdletError("ObjectNotFound," + call.name(), "ObjectNotFound", "Cannot find '" + what + "'.");
    }

    String id() {
        return id;
    }

    String category() {
        return category;
    }
}
