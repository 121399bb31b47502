package io.jenkins.plugins.pchat.lab.fault;

import java.util.List;

/**
 * Who is told of every moment at which something can go wrong, and says what does. The lab does what it is told at just that moment: before a request has done
 * anything, or when it is done and its client has not heard of it yet.
 */
public interface Moments {

    /** Nothing goes wrong. */
    Moments QUIET = new Moments() {};

    /** What goes wrong at a moment. */
    enum Blow {
        /** Nothing. */
        NONE,
        /** The connection is reset. */
        CUT,
        /** The instance dies and is started again. */
        KILL,
        /** The request was chosen as the victim of a deadlock, error 1205; before a request only. */
        DEADLOCK,
        /** The login or the cmdlet is refused. */
        REFUSE,
        /** The PowerShell process ends without an answer. */
        CRASH
    }

    /**
     * A batch or call of a client.
     *
     * @param server the instance, as it names itself
     * @param application what the session calls itself
     * @param reads whether it can change nothing
     */
    record Request(String server, String application, String text, boolean reads) {}

    /** A client logs in. */
    default Blow login(String server, String application) {
        return Blow.NONE;
    }

    /** A request was received, and nothing of it is done. */
    default Blow before(Request request) {
        return Blow.NONE;
    }

    /** A request is done, and its client does not know. */
    default Blow after(Request request) {
        return Blow.NONE;
    }

    /** A PowerShell process is about to run cmdlets. */
    default Blow beforeCmdlets(List<String> cmdlets) {
        return Blow.NONE;
    }

    /** A PowerShell process has run its cmdlets, and has not answered. */
    default Blow afterCmdlets(List<String> cmdlets) {
        return Blow.NONE;
    }

    /** A database is about to be overwritten or dropped: what is in it now is lost. */
    default void losing(String server, String database) {}
}
