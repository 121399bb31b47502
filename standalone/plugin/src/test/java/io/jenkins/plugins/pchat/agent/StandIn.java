package io.jenkins.plugins.pchat.agent;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program in the place of PowerShell; its first argument says what it does. */
public final class StandIn {

    private StandIn() {}

    /** Arguments: what to do, a file, then {@code -File} and the script. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        switch (arguments[0]) {
            case "repeat" -> {
                out.println("arguments " + arguments[1] + " " + arguments[2]);
                out.println("script " + Files.readString(Path.of(arguments[3])));
                out.println("stdin " + new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
                System.err.println("said on stderr");
                System.exit(7);
            }
            case "babble" -> {
                byte[] mebibyte = new byte[1024 * 1024];
                while (true) {
                    System.out.write(mebibyte);
                    System.out.flush();
                }
            }
            case "wait" -> {
                Path started = Path.of(arguments[1]);
                Path unfinished = started.resolveSibling("unfinished");
                Files.writeString(unfinished, ProcessHandle.current().pid() + " " + arguments[3]);
                Files.move(unfinished, started);
                new CountDownLatch(1).await();
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }
}
