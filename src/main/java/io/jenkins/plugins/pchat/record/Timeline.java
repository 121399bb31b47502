package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is drawn over time: one row for the questions, one for the dry runs, and one for each operation.
 *
 * @param from its left end
 * @param to its right end
 * @param cuts the waits that are drawn shorter than they were
 */
record Timeline(Instant from, Instant to, List<Row> rows, List<Scale.Span> cuts) {

    /** How a bar looks. */
    enum Kind {
        WAIT,
        LOOK,
        /** The whole of an operation, behind its actions. */
        WHOLE,
        DONE,
        FAILED,
        RUNNING,
        /** The moment of an answer. */
        YES,
        NO
    }

    /** Positions in percent from the left. */
    record Bar(Kind kind, double from, double to, String tip) {}

    /** @param operation null for the rows of the questions and the dry runs */
    record Row(OperationEntry operation, String label, List<Bar> bars) {}

    static Timeline of(View view) {
        FailbackRecord record = view.record();
        List<Scale.Span> work = record.operations().stream()
                .map(entry -> span(entry.started(), view.end(entry)))
                .toList();
        List<Scale.Span> questions = record.approvals().stream()
                .map(each -> span(each.asked(), each.answered() == null ? record.end(view.now()) : each.answered()))
                .toList();
        List<Scale.Span> all = Stream.concat(work.stream(), questions.stream()).toList();
        Instant from =
                all.stream().map(Scale.Span::from).min(Instant::compareTo).orElse(record.started());
        Instant to = all.stream().map(Scale.Span::to).max(Instant::compareTo).orElse(from);
        Scale scale = new Scale(span(from, to), work);
        List<Row> rows = new ArrayList<>();
        if (!questions.isEmpty()) {
            rows.add(new Row(null, Messages.Timeline_questions(), questions(view, questions, scale)));
        }
        if (!record.dryRuns().isEmpty()) {
            List<Bar> looks = record.dryRuns().stream()
                    .map(entry -> bar(Kind.LOOK, span(entry.started(), view.end(entry)), entry.title(), scale))
                    .toList();
            rows.add(new Row(null, Messages.Timeline_dryRuns(), looks));
        }
        record.real()
                .forEach(
                        entry -> rows.add(new Row(entry, Procedure.label(entry.function()), bars(view, entry, scale))));
        return new Timeline(from, to, List.copyOf(rows), scale.cuts());
    }

    private static List<Bar> questions(View view, List<Scale.Span> spans, Scale scale) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Approval approval = view.record().approvals().get(i);
            bars.add(bar(Kind.WAIT, spans.get(i), approval.question(), scale));
            if (approval.answered() != null) {
                Scale.Span moment = span(approval.answered(), approval.answered());
                bars.add(bar(approval.approved() ? Kind.YES : Kind.NO, moment, Questions.line(approval, view), scale));
            }
        }
        return bars;
    }

    private static List<Bar> bars(View view, OperationEntry entry, Scale scale) {
        List<Bar> bars = new ArrayList<>();
        bars.add(bar(whole(entry), span(entry.started(), view.end(entry)), entry.title(), scale));
        for (Attempt attempt : entry.attempts()) {
            for (Trace.Action action : attempt.trace().actions()) {
                if (action.begun() != null) {
                    bars.add(action(view, entry, attempt, action, scale));
                }
            }
        }
        return bars;
    }

    /** An operation that came to no action is all there is to see. */
    private static Kind whole(OperationEntry entry) {
        if (entry.acted() || entry.runs()) {
            return Kind.WHOLE;
        }
        return entry.endedWell() ? Kind.LOOK : Kind.FAILED;
    }

    /** An action of which no end was heard runs, or was cut when its operation was. */
    private static Bar action(View view, OperationEntry entry, Attempt attempt, Trace.Action action, Scale scale) {
        boolean newest = attempt.trace() == entry.trace();
        Instant end = action.ended() != null
                ? attempt.at(action.ended())
                : newest && entry.runs() ? view.end(entry) : attempt.seen();
        Kind kind = action.ended() == null
                ? newest && entry.runs() ? Kind.RUNNING : Kind.FAILED
                : action.failed() ? Kind.FAILED : Kind.DONE;
        return bar(kind, span(attempt.at(action.begun()), end), action.where() + ": " + action.text(), scale);
    }

    private static Bar bar(Kind kind, Scale.Span span, String tip, Scale scale) {
        return new Bar(kind, scale.position(span.from()), scale.position(span.to()), tip);
    }

    /** The clocks of the controller and an agent may make an end come before its beginning. */
    private static Scale.Span span(Instant from, Instant to) {
        return new Scale.Span(from, to.isBefore(from) ? from : to);
    }
}
