package io.jenkins.plugins.pchat.lab.wire;

/** The versions of TDS, oldest first. Their numbers can't be compared: TDS 8.0 is 0x08000000 and has the layouts of 7.4. */
enum TdsVersion {
    V7_1(0x71000001),
    V7_2(0x72090002),
    V7_3A(0x730A0003),
    V7_3B(0x730B0003),
    V7_4(0x74000004),
    V8_0(0x08000000);

    private final int number;

    TdsVersion(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The version that a LOGIN7 asks for, or the highest one below it; null when that is older than 7.1. */
    static TdsVersion of(int number) {
        if (number == V8_0.number) {
            return V8_0;
        }
        TdsVersion best = null;
        for (TdsVersion version : values()) {
            if (version != V8_0 && Integer.compareUnsigned(version.number >>> 16, number >>> 16) <= 0) {
                best = version;
            }
        }
        return best;
    }

    /** ALL_HEADERS, types of max length, wide user types and counts. */
    boolean since72() {
        return compareTo(V7_2) >= 0;
    }

    /** The types date, time, datetime2 and datetimeoffset. */
    boolean since73() {
        return compareTo(V7_3A) >= 0;
    }

    /** Feature extensions of the login. */
    boolean since74() {
        return compareTo(V7_4) >= 0;
    }
}
