package io.jenkins.plugins.pchat.faults;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** One moment, and one way in which something goes wrong at it. */
record Cell(Point point, Way way) {

    private static final int MOST = 70;

    /** A short name that is the same in each run, to run the cell alone. */
    String key() {
        CRC32 sum = new CRC32();
        sum.update((point + " " + way).getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }

    @Override
    public String toString() {
        String text = point.text().length() > MOST ? point.text().substring(0, MOST) + "..." : point.text();
        return key() + " " + point.step().word() + ", " + way.word() + " at "
                + (point.occurrence() > 1 ? "no. " + point.occurrence() + " of " : "") + text + " (" + point.where()
                + ")";
    }
}
