package io.jenkins.plugins.pchat.record;

import java.util.Locale;

/** The status of an operation in words, and as a mark on the page. */
final class Statuses {

    private Statuses() {}

    static String word(OperationEntry entry) {
        return switch (entry.status()) {
            case RUNNING -> Messages.Statuses_running();
            case DONE -> Messages.Statuses_done();
            case UNCHANGED -> planned(entry) ? Messages.Statuses_planned() : Messages.Statuses_unchanged();
            case FAILED -> Messages.Statuses_failed();
            case ABORTED -> Messages.Statuses_aborted();
        };
    }

    private static boolean planned(OperationEntry entry) {
        return entry.dryRun()
                && entry.trace() != null
                && !entry.trace().actions().isEmpty();
    }

    static void mark(OperationEntry entry, Markup page) {
        page.leaf(
                "span",
                word(entry),
                "class",
                "pchat-mark pchat-mark--" + entry.status().name().toLowerCase(Locale.ROOT));
    }
}
