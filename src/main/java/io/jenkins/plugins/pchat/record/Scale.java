package io.jenkins.plugins.pchat.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a time is drawn, from 0 to 100. A question that waits until the morning would press the work of the night into a corner: a time in which
 * nothing works is drawn no longer than a quarter of all the work.
 */
final class Scale {

    private static final int SHARE = 4;

    /** A span of time. */
    record Span(Instant from, Instant to) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    /** A span as it is drawn; cut if it is drawn shorter than it was. */
    private record Piece(Span span, double millis, boolean cut) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final double total;

    /**
     * A scale.
     *
     * @param all what is drawn, from its beginning to its end
     * @param work the spans in which something works, within {@code all}
     */
    Scale(Span all, List<Span> work) {
        List<Span> busy = merged(work);
        long worked = busy.stream().mapToLong(span -> span.length().toMillis()).sum();
        double most = worked == 0 ? Double.MAX_VALUE : Math.max(1, worked / (double) SHARE);
        Instant at = all.from();
        for (Span span : busy) {
            idle(new Span(at, span.from()), most);
            pieces.add(new Piece(span, span.length().toMillis(), false));
            at = span.to();
        }
        idle(new Span(at, all.to()), most);
        total = Math.max(1, pieces.stream().mapToDouble(Piece::millis).sum());
    }

    private void idle(Span span, double most) {
        long millis = span.length().toMillis();
        if (millis > 0) {
            pieces.add(new Piece(span, Math.min(millis, most), millis > most));
        }
    }

    private static List<Span> merged(List<Span> work) {
        List<Span> busy = new ArrayList<>();
        for (Span next : work.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            Span last = busy.isEmpty() ? null : busy.get(busy.size() - 1);
            if (last == null || next.from().isAfter(last.to())) {
                busy.add(next);
            } else if (next.to().isAfter(last.to())) {
                busy.set(busy.size() - 1, new Span(last.from(), next.to()));
            }
        }
        return busy;
    }

    /** Percent from the left; what lies before or after the scale is at its ends. */
    double position(Instant time) {
        double left = 0;
        for (Piece piece : pieces) {
            if (time.isBefore(piece.span().to())) {
                double inside = Duration.between(piece.span().from(), time).toMillis();
                double length = piece.span().length().toMillis();
                return 100 * (left + piece.millis() * Math.max(0, inside) / Math.max(1, length)) / total;
            }
            left += piece.millis();
        }
        return pieces.isEmpty() ? 0 : 100;
    }

    /** The spans that are drawn shorter than they were. */
    List<Span> cuts() {
        return pieces.stream().filter(Piece::cut).map(Piece::span).toList();
    }
}
