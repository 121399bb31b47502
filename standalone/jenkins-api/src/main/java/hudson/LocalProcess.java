package hudson;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A process of this machine with its streams pumped; not part of Jenkins' own API. */
final class LocalProcess extends Proc {

    private final Process process;
    private final List<Thread> pumps = new ArrayList<>();

    LocalProcess(Launcher.ProcStarter starter) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(starter.cmds());
        if (starter.pwd() != null) {
            builder.directory(new java.io.File(starter.pwd().getRemote()));
        }
        for (String variable : starter.envs()) {
            int equals = variable.indexOf('=');
            builder.environment().put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        builder.redirectErrorStream(starter.stderr() == null);
        process = builder.start();
        OutputStream stdin = process.getOutputStream();
        Thread feeder = pump("stdin", starter.stdin(), stdin, true);
        pumps.add(pump("stdout", process.getInputStream(), starter.stdout(), false));
        if (starter.stderr() != null) {
            pumps.add(pump("stderr", process.getErrorStream(), starter.stderr(), false));
        }
        feeder.start();
        pumps.forEach(Thread::start);
    }

    private static Thread pump(String name, InputStream from, OutputStream to, boolean close) {
        Thread thread = new Thread(() -> copy(from, to, close), "process " + name);
        thread.setDaemon(true);
        return thread;
    }

    /** A program may end without having read its input or close its output early: that ends the copy, and its exit code tells the rest. */
    private static void copy(InputStream from, OutputStream to, boolean close) {
        try {
            byte[] buffer = new byte[8192];
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                to.write(buffer, 0, n);
                to.flush();
            }
            if (close) {
                to.close();
            }
        } catch (IOException ignored) {
            return;
        }
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public int join() throws InterruptedException {
        int code = process.waitFor();
        for (Thread pump : pumps) {
            pump.join();
        }
        return code;
    }

    @Override
    public InputStream getStdout() {
        return null;
    }

    @Override
    public InputStream getStderr() {
        return null;
    }

    @Override
    public OutputStream getStdin() {
        return null;
    }
}
