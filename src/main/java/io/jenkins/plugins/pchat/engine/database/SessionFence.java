package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.sql.FenceSql;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Waits until nobody is connected to a database any more. A server that is taken off the list of active servers accepts no new clients, but neither it
 * nor its clients need to go (documentation of Set-CsPersistentChatActiveServer).
 */
final class SessionFence {

    private static final int LOOK_SECONDS = 5;

    /** A session that was ended rolls back before it goes, and its program may connect again a few times. */
    private static final int AFTER_DISCONNECT_SECONDS = 60;

    /** The session is not there any more. */
    private static final int GONE = 6106;

    private final String database;
    private final SqlSession session;
    private final ServerIdentity server;
    private final SessionLimit limit;
    private final Pause pause;

    SessionFence(String database, SqlSession session, ServerIdentity server, SessionLimit limit, Pause pause) {
        this.database = database;
        this.session = session;
        this.server = server;
        this.limit = limit;
        this.pause = pause;
    }

    PlannedAction action() {
        String wait = limit.minutes() == 0
                ? "see that nobody is connected to " + database
                : "wait up to " + limit.minutes() + " min until nobody is connected to " + database;
        return new PlannedAction(
                server.name(),
                limit.disconnect() ? wait + ", then end the sessions that are left" : wait,
                limit.disconnect() ? FenceSql.KILL_ANY : "",
                false,
                this::await);
    }

    void await(Console console) throws Failure, InterruptedException {
        Set<String> ended = new HashSet<>();
        List<Sessions.Session> told = List.of();
        int end = limit.minutes() * 60;
        for (int waited = 0; ; waited += LOOK_SECONDS) {
            List<Sessions.Session> now = Sessions.of(database, session, server);
            if (now.isEmpty()) {
                console.line("Nobody is connected to " + database + ".");
                return;
            }
            if (!Sessions.same(now, told)) {
                console.line("Connected to " + database + ": " + Sessions.lines(now) + ".");
                told = now;
            }
            boolean over = waited >= end;
            if (over && (!limit.disconnect() || waited >= end + AFTER_DISCONNECT_SECONDS)) {
                throw stillThere(now);
            }
            if (over) {
                disconnect(now, ended, console);
            }
            pause.seconds(LOOK_SECONDS);
        }
    }

    /** KILL is a request: a second one for the same session would not hurry its roll back. */
    private void disconnect(List<Sessions.Session> sessions, Set<String> ended, Console console)
            throws Failure, InterruptedException {
        for (Sessions.Session each : sessions) {
            if (!ended.add(each.key())) {
                continue;
            }
            console.line("Ending " + each.line() + ".");
            try {
                session.execute(FenceSql.kill(each.id()), console);
            } catch (Failure e) {
                if (e.sqlNumber() != GONE) {
                    throw e;
                }
                console.line("It has ended by itself.");
            }
        }
    }

    private Failure stillThere(List<Sessions.Session> sessions) {
        String since = limit.disconnect()
                ? "The sessions in " + database + " were ended, and there are some still or again"
                : limit.minutes() == 0
                        ? "Somebody is connected to " + database
                        : "After " + limit.minutes() + " min somebody is still connected to " + database;
        return Failure.of(
                        Failure.Code.TIMEOUT,
                        server.name() + ": " + since + ": " + Sessions.lines(sessions)
                                + ". What they write after the last backup would be lost.")
                .next(
                        "Stop those programs (a Persistent Chat server: Stop-CsWindowsService on that host), and run this step again."
                                + (limit.disconnect()
                                        ? ""
                                        : " Or let it end the sessions (disconnect: true); a program that connects again by itself"
                                                + " has to be stopped all the same."));
    }
}
