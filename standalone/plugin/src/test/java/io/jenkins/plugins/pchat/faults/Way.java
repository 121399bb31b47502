package io.jenkins.plugins.pchat.faults;

import static io.jenkins.plugins.pchat.faults.Point.Kind.LOGIN;
import static io.jenkins.plugins.pchat.faults.Point.Kind.REQUEST;
import static io.jenkins.plugins.pchat.faults.Point.Kind.SHELL;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A way in which something goes wrong, and at which moments it can. The answer to a request that changes nothing can be lost as well as the request, and the
 * one is as good as the other: only what changes something is struck both before and after.
 */
enum Way {
    /** The connection is reset, and the request has not been begun. */
    CONNECTION_CUT(p -> p.kind() == REQUEST),
    /** The connection is reset when the request is done and its answer is not sent. */
    ANSWER_LOST(p -> p.kind() == REQUEST && p.changes()),
    /** The instance dies before the request, and comes back. */
    SERVER_KILLED(p -> p.kind() == REQUEST),
    /** The instance dies when the request is done, and comes back. */
    SERVER_KILLED_AFTER(p -> p.kind() == REQUEST && p.changes()),
    /** The agent's process is gone before the request: with all its connections, and it does nothing any more. */
    AGENT_KILLED(p -> p.kind() != LOGIN),
    /** The agent's process is gone when the request is done. */
    AGENT_KILLED_AFTER(p -> p.kind() != LOGIN && p.changes()),
    /** The agent's process is gone before the request, and the same execution of the step goes on with another one. */
    AGENT_REPLACED(p -> p.kind() == REQUEST && p.changes()),
    /** The same, when the request is done. */
    AGENT_REPLACED_AFTER(p -> p.kind() == REQUEST && p.changes()),
    /** The request is the victim of a deadlock. */
    DEADLOCK_VICTIM(p -> p.kind() == REQUEST),
    /** The login is refused. */
    LOGIN_REFUSED(p -> p.kind() == LOGIN),
    /** From the request on nothing can be written to the share. */
    SHARE_FULL(p -> p.backsUp() || p.startsJob()),
    /** From the request on the share can't be found. */
    SHARE_GONE(p -> p.kind() == REQUEST && p.touchesShare()),
    /** The backup is damaged: once it is written, or before it is read. */
    BACKUP_DAMAGED(p -> p.kind() == REQUEST && (p.backsUp() || p.readsBackup())),
    /** From the request on somebody is always in the database. */
    EXCLUSIVE_ACCESS_REFUSED(p -> p.kind() == REQUEST && p.restores()),
    /** From the request on SQL Server Agent does not run. */
    AGENT_STOPPED(p -> p.kind() == REQUEST && p.startsJob()),
    /** From the request on SQL Server Agent's account may not read the share. */
    AGENT_SHARE_DENIED(p -> p.kind() == REQUEST && p.startsJob()),
    /** A page of each database is damaged. */
    PAGES_DAMAGED(p -> p.kind() == REQUEST && p.text().startsWith("DBCC CHECKDB")),
    /** A server that was taken off the list goes on writing until its session ends. */
    LATE_WRITER(p -> p.kind() == SHELL && p.changes() && p.step() == Step.CLEAR_ACTIVE_SERVERS),
    /** A server that was taken off the list keeps its session. */
    LATE_SESSION(p -> p.kind() == SHELL && p.changes() && p.step() == Step.CLEAR_ACTIVE_SERVERS),
    /** The PowerShell process ends before it has done anything. */
    SHELL_CRASH(p -> p.kind() == SHELL),
    /** The PowerShell process ends when it has done everything, without an answer. */
    SHELL_CRASH_AFTER(p -> p.kind() == SHELL && p.changes()),
    /** The account may not run the cmdlet. */
    RBAC_REFUSED(p -> p.kind() == SHELL),
    /** The change never reaches the pool's computers. */
    REPLICATION_STUCK(p -> p.kind() == SHELL && p.changes() && p.step() != Step.SET_ACTIVE);

    /** A step that leaves everything as it is leaves it so however it ends: it is struck in the ways that it must be able to tell of. */
    private static final Set<Way> AT_A_LOOK =
            EnumSet.of(CONNECTION_CUT, LOGIN_REFUSED, SHARE_GONE, AGENT_STOPPED, SHELL_CRASH, RBAC_REFUSED);

    private final Predicate<Point> possible;

    Way(Predicate<Point> possible) {
        this.possible = possible;
    }

    /** Whether it can strike at this moment. */
    boolean possibleAt(Point point) {
        return possible.test(point) && (!point.step().looks() || AT_A_LOOK.contains(this));
    }

    /** Whether the same execution of the step goes on; else another build begins anew. */
    boolean resumes() {
        return this == AGENT_REPLACED || this == AGENT_REPLACED_AFTER;
    }

    boolean killsServer() {
        return this == SERVER_KILLED || this == SERVER_KILLED_AFTER;
    }

    /** Whether it is the next steps that meet it. */
    boolean outlastsItsStep() {
        return this == LATE_WRITER || this == LATE_SESSION;
    }

    /** Whether nobody is there any more who could say what happened. */
    boolean silent() {
        return name().startsWith("AGENT_KILLED") || resumes();
    }

    /** As it is told: {@code connection-cut}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
