package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.Amounts;
import java.time.Duration;
import java.time.Instant;

/** The questions and who answered them. */
final class Questions {

    private Questions() {}

    /** One line: the answer, by whom and when. */
    static String line(Approval approval, View view) {
        if (approval.answered() == null) {
            return view.record().ended() == null ? Messages.Questions_waiting() : Messages.Questions_unanswered();
        }
        String when = view.times().brief(approval.answered());
        String who = approval.person() == null ? Messages.ApprovedBy_unknown() : approval.person();
        return approval.approved() ? Messages.Questions_approved(who, when) : Messages.Questions_declined(who, when);
    }

    static void write(View view, Markup page) {
        if (view.record().approvals().isEmpty()) {
            return;
        }
        page.open("section", "class", "jenkins-section pchat-section")
                .leaf("h2", Messages.Questions_title(), "class", "jenkins-section__title");
        Table table = new Table(
                page,
                Messages.Questions_question(),
                Messages.Questions_asked(),
                Messages.Questions_waited(),
                Messages.Questions_answer());
        for (Approval approval : view.record().approvals()) {
            Instant end = approval.answered() == null ? view.record().end(view.now()) : approval.answered();
            table.row()
                    .cell(approval.question())
                    .cell(view.times().brief(approval.asked()))
                    .cell(Amounts.duration(Duration.between(approval.asked(), end)))
                    .cell(line(approval, view))
                    .endRow();
        }
        table.end();
        page.close();
    }
}
