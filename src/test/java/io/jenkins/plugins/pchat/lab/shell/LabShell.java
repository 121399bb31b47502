package io.jenkins.plugins.pchat.lab.shell;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program that stands where {@code powershell.exe} stands. It takes that program's switches, hands script and
 * standard input to the lab, prints what comes back and ends with its exit code. It uses nothing but the JDK, so that
 * it starts fast.
 */
public final class LabShell {

    private LabShell() {}

    /** @param arguments the lab's port, then what {@code powershell.exe} would be given */
    public static void main(String[] arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        int port = Integer.parseInt(words.remove(0));
        String file = script(words);
        if (file == null || !Files.isRegularFile(Path.of(file))) {
            System.err.println("The argument '" + file
                    + "' to the -File parameter does not exist. This is the lab's shell; it takes"
                    + " -NoProfile -NonInteractive -ExecutionPolicy Bypass -File <script>, -File last.");
            System.exit(64);
        }
        byte[] script = Files.readAllBytes(Path.of(file));
        byte[] stdin = System.in.readAllBytes();
        int exitCode;
        try (Socket lab = new Socket(InetAddress.getLoopbackAddress(), port)) {
            DataOutputStream out = new DataOutputStream(lab.getOutputStream());
            out.writeInt(script.length);
            out.write(script);
            out.writeInt(stdin.length);
            out.write(stdin);
            out.flush();
            DataInputStream in = new DataInputStream(lab.getInputStream());
            exitCode = in.readInt();
            print(in, System.out);
            print(in, System.err);
        }
        System.exit(exitCode);
    }

    /**
     * The file after -File; null when a switch is missing without which a real PowerShell would load a profile, ask
     * questions or refuse the script.
     */
    private static String script(List<String> words) {
        boolean noProfile = false;
        boolean nonInteractive = false;
        boolean bypass = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equalsIgnoreCase("-NoProfile")) {
                noProfile = true;
            } else if (word.equalsIgnoreCase("-NonInteractive")) {
                nonInteractive = true;
            } else if (word.equalsIgnoreCase("-ExecutionPolicy") && i + 1 < words.size()) {
                bypass = words.get(++i).equalsIgnoreCase("Bypass");
            } else if (word.equalsIgnoreCase("-File") && i + 2 == words.size()) {
                return noProfile && nonInteractive && bypass ? words.get(i + 1) : null;
            } else {
                return null;
            }
        }
        return null;
    }

    private static void print(DataInputStream in, PrintStream stream) throws IOException {
        stream.write(in.readNBytes(in.readInt()));
        stream.flush();
    }
}
