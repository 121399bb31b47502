package io.jenkins.plugins.pchat.lab.wire;

/** The three tokens that end something, with the bits and commands they carry (TDS-FACTS 8.4). */
enum Done {
    /** Ends a statement of a batch, or the batch. */
    STATEMENT(0xFD),
    /** Ends a call. */
    CALL(0xFE),
    /** Ends a statement inside a call. */
    IN_CALL(0xFF);

    static final int MORE = 0x0001;
    static final int ERROR = 0x0002;
    static final int COUNT = 0x0010;
    static final int ATTENTION = 0x0020;
    static final int CALL_IN_BATCH = 0x0080;
    static final int SERVER_ERROR = 0x0100;

    static final int SELECT = 0xC1;
    /** Stands for INSERT, DELETE and UPDATE alike: the driver takes a count from each of them. */
    static final int UPDATE = 0xC5;

    static final int BEGIN = 0xD4;
    static final int COMMIT = 0xD5;
    static final int ROLLBACK = 0xD2;
    static final int EXECUTE = 0xE0;
    /** A statement that gives nothing: SET, USE, BACKUP, RESTORE. */
    static final int NOTHING = 0xFD;

    private final int token;

    Done(int token) {
        this.token = token;
    }

    int token() {
        return token;
    }
}
