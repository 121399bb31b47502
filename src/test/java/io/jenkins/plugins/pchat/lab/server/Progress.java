package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.wire.Reply;

/**
 * Tells of the progress of a BACKUP or RESTORE: message 3211, and percent_complete for other sessions. Half-way is
 * where faults strike what changes something.
 */
final class Progress {

    private final LabSession session;
    private final Reply reply;
    private final int step;
    private final int line;
    private final long total;
    private long done;
    private int told;
    private boolean exposed = true;
    private boolean halfWay;

    /** @param step percent between messages; 0 for none
     * @param total what is to be done, in any unit */
    Progress(LabSession session, Reply reply, int step, int line, long total) {
        this.session = session;
        this.reply = reply;
        this.step = step;
        this.line = line;
        this.total = Math.max(1, total);
    }

    /** For a statement that only reads: no fault strikes it. */
    Progress spared() {
        exposed = false;
        return this;
    }

    /** So much more has been done. */
    void advance(long amount) throws InterruptedException {
        done += amount;
        session.running().check();
        int percent = (int) Math.min(100, done * 100 / total);
        session.running().request().percent(percent);
        if (percent >= 50) {
            strike();
        }
        while (step > 0 && told + step <= percent) {
            told += step;
            reply.info(3211, 1, 10, told + " percent processed.", line);
            reply.flush();
        }
    }

    /** All has been done. */
    void complete() throws InterruptedException {
        strike();
        advance(total);
        if (step > 0 && told < 100) {
            told = 100;
            reply.info(3211, 1, 10, "100 percent processed.", line);
            reply.flush();
        }
        session.running().check();
    }

    private void strike() throws InterruptedException {
        if (halfWay) {
            return;
        }
        halfWay = true;
        session.instance()
                .faults()
                .holds()
                .pass("half of " + session.running().request().command());
        if (exposed) {
            Strikes.during(session);
        }
    }
}
