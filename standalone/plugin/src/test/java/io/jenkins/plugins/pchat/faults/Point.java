package io.jenkins.plugins.pchat.faults;

/**
 * A moment of a step's real run.
 *
 * @param kind what happens at it
 * @param where the instance, by its own name; the pool's shell
 * @param text the request, the cmdlets or the login, without what differs from run to run
 * @param changes whether it can change something
 * @param occurrence the how manieth of this kind, place and text in the step, from 1
 */
record Point(Step step, Kind kind, String where, String text, boolean changes, int occurrence) {

    /** What happens at a moment. */
    enum Kind {
        /** A session is opened. */
        LOGIN,
        /** A batch or a call. */
        REQUEST,
        /** A PowerShell process. */
        SHELL
    }

    /** Times, numbers, identifiers and what a build calls itself differ from run to run. */
    static String settled(String text) {
        return text.replaceAll("pchat-failback [A-Za-z0-9._#-]+", "pchat-failback #")
                .replaceAll("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", "#")
                .replaceAll("\\{[^}]*\\}", "{#}")
                .replaceAll("[0-9]+", "#")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Whether log shipping's jobs are asked for a run: they write, copy and read log backups. */
    boolean startsJob() {
        return text.contains("sp_start_job");
    }

    boolean backsUp() {
        return text.startsWith("BACKUP DATABASE");
    }

    boolean restores() {
        return text.contains("RESTORE DATABASE");
    }

    /** Whether a backup is opened to be read. */
    boolean readsBackup() {
        return text.contains("RESTORE ") && text.contains("FROM DISK");
    }

    boolean touchesShare() {
        return startsJob() || text.contains("\\\\nas\\pchat");
    }
}
