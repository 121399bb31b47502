package io.jenkins.plugins.pchat.faults;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.shell.ShellProcess;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The lab's PowerShell without a process: what the program in its place would send is sent from here. Starting a process is tested elsewhere; here it
 * would take most of the time.
 */
record LabProcess(int port) implements ShellProcess {

    @Override
    public Result run(List<String> arguments, String script, byte[] stdin, Console diagnostics) throws Failure {
        try (Socket lab = new Socket(InetAddress.getLoopbackAddress(), port)) {
            DataOutputStream out = new DataOutputStream(lab.getOutputStream());
            send(out, script.getBytes(StandardCharsets.UTF_8));
            send(out, stdin);
            out.flush();
            DataInputStream in = new DataInputStream(lab.getInputStream());
            int exitCode = in.readInt();
            return new Result(exitCode, in.readNBytes(in.readInt()), in.readNBytes(in.readInt()));
        } catch (IOException e) {
            throw Failure.of(Failure.Code.SHELL, "The lab's shell does not answer: " + e.getMessage());
        }
    }

    private static void send(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
