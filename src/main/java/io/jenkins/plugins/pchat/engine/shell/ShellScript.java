package io.jenkins.plugins.pchat.engine.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The one script that PowerShell ever runs for the engine, and the exit codes that it ends with. */
public final class ShellScript {

    /** The script's file name, next to this class. */
    static final String NAME = "pchat.ps1";

    /** Every cmdlet ran. */
    static final int OK = 0;

    /** A cmdlet reported an error. */
    static final int CMDLET_FAILED = 10;

    /** Neither the module SkypeForBusiness nor the module Lync is installed. */
    static final int NO_MODULE = 11;

    /** The remote session could not be opened. */
    static final int NO_REMOTE_SESSION = 12;

    private ShellScript() {}

    /**
     * The text of the script; its lines end in CR LF, as Windows editors expect of a file that somebody may look at.
     */
    public static String text() {
        try (InputStream in = ShellScript.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException(NAME + " is missing from the plugin");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return text.replace("\r\n", "\n").replace("\n", "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
