package io.jenkins.plugins.pchat.rehearsal;

import io.jenkins.plugins.pchat.host.TerminalApprover;
import io.jenkins.plugins.pchat.lab.LabSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * What the person who rehearses has chosen.
 *
 * @param approve how the questions are answered
 * @param approveGiven whether that was said, rather than taken from whether there is a terminal
 * @param faults what is to go wrong
 * @param messages rows in {@code mgc} at the start
 * @param rate speed of the disks in MB/s, 0 for no limit
 * @param twice whether the pipeline runs again at once
 * @param named whether the pipeline is given the name of a configured pool, and no other parameter
 * @param disconnect whether the pipeline may end sessions that are in the way of the backup
 * @param journal where to write all that was asked of the lab; null for nowhere
 * @param page where to write the record of the run as a page; null for nowhere
 */
public record Options(
        Approve approve,
        boolean approveGiven,
        List<FaultAt> faults,
        int messages,
        double rate,
        boolean twice,
        boolean named,
        boolean disconnect,
        Path journal,
        Path page) {

    public static final int DEFAULT_MESSAGES = 20_000;
    private static final int MOST_MESSAGES = 2_000_000;

    /** How questions are answered. */
    public enum Approve {
        ASK,
        ALL,
        NONE
    }

    /** The same choices for everything but the answers. */
    public static Options of(Approve approve, int messages) {
        return new Options(approve, true, List.of(), messages, 0, false, false, false, null, null);
    }

    Options with(FaultAt fault) {
        return new Options(
                approve, approveGiven, List.of(fault), messages, rate, twice, named, disconnect, journal, page);
    }

    Options runTwice() {
        return new Options(approve, approveGiven, faults, messages, rate, true, named, disconnect, journal, page);
    }

    Options namedPool() {
        return new Options(approve, approveGiven, faults, messages, rate, twice, true, disconnect, journal, page);
    }

    Options writing(Path file) {
        return new Options(approve, approveGiven, faults, messages, rate, twice, named, disconnect, journal, file);
    }

    /**
     * Reads the choices.
     *
     * @param property gives the value of {@code -D<name>=...}; null or empty when it was not given
     * @throws IllegalArgumentException with a sentence for the person
     */
    static Options read(Function<String, String> property) {
        String approve = given(property, "approve");
        String faults = given(property, "fault");
        String journal = given(property, "journal");
        String page = given(property, "page");
        return new Options(
                approve == null ? (TerminalApprover.attached() ? Approve.ASK : Approve.ALL) : approve(approve),
                approve != null,
                faults == null
                        ? List.of()
                        : List.of(faults.split(",")).stream().map(FaultAt::of).toList(),
                (int) number("messages", given(property, "messages"), DEFAULT_MESSAGES, MOST_MESSAGES),
                number("rate", given(property, "rate"), 0, 100_000),
                Boolean.parseBoolean(given(property, "twice")),
                Boolean.parseBoolean(given(property, "named")),
                Boolean.parseBoolean(given(property, "disconnect")),
                journal == null ? null : Path.of(journal),
                page == null ? null : Path.of(page));
    }

    private static String given(Function<String, String> property, String name) {
        String value = property.apply(name);
        return value == null || value.isBlank() ? null : value.trim();
    }

    private static Approve approve(String word) {
        for (Approve each : Approve.values()) {
            if (each.name().equalsIgnoreCase(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("-Dapprove is '" + word + "'; it can be ask, all or none.");
    }

    private static double number(String name, String value, double otherwise, double most) {
        if (value == null) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(value);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with what is out of range
        }
        throw new IllegalArgumentException("-D" + name + " is '" + value + "'; it can be 0 to " + (long) most + ".");
    }

    LabSettings settings() {
        LabSettings small = LabSettings.of(messages);
        return new LabSettings(messages, rate, small.port(), small.replicationDelay(), small.drain());
    }
}
