package io.jenkins.plugins.pchat.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Serves a lab on fixed loopback ports until it is stopped, and prints how to connect, so that any client can look
 * around in it.
 */
public final class LabMain {

    private static final int DEFAULT_PORT = 14330;
    private static final int MESSAGES = 20_000;

    private LabMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int messages = (int) number("messages", MESSAGES);
        LabSettings small = LabSettings.of(messages);
        DataCentres lab = DataCentres.start(new LabSettings(
                messages,
                number("rate", 0),
                port(System.getProperty("lab.port")),
                small.replicationDelay(),
                small.drain()));
        lines(lab).forEach(System.out::println);
        Thread.currentThread().join();
    }

    static int port(String given) {
        if (given == null || given.isBlank()) {
            return DEFAULT_PORT;
        }
        int port = given.trim().matches("[0-9]{1,5}") ? Integer.parseInt(given.trim()) : 0;
        if (port < 1024 || port > 65534) {
            throw new IllegalArgumentException(
                    "-Dlab.port is '" + given + "'; it can be 1024 to 65534, and the port after it is used too.");
        }
        return port;
    }

    /** A number from a system property, which Maven leaves empty when nobody gave one. */
    private static double number(String property, double otherwise) {
        String given = System.getProperty(property);
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        try {
            return Double.parseDouble(given.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("-D" + property + " is '" + given + "'; it must be a number.");
        }
    }

    /** How to connect. */
    static List<String> lines(DataCentres lab) throws IOException {
        DatabaseServers servers = lab.servers();
        Path certificate = servers.certificate().writePem(lab.folder(), "lab");
        return List.of(
                "The lab runs: two data centres after a failover of the pool "
                        + lab.topology().pool() + ".",
                "  backup instance   " + servers.backup().serverName() + " at localhost, port " + servers.backupPort()
                        + " (serves the users)",
                "  primary instance  " + servers.primary().serverName() + " at localhost, port " + servers.primaryPort()
                        + " (rebuilt, mgc empty)",
                "  SQL login         " + DatabaseServers.LOGIN + " (sysadmin), password " + lab.password(),
                "  Windows account   " + DataCentres.WINDOWS_ACCOUNT + " (NTLM, sysadmin), same password",
                "  certificate       " + certificate,
                "  Java trust store  " + servers.trustStore() + " (password changeit)",
                "  share             " + DatabaseServers.SHARE + ", copy folder " + DatabaseServers.COPY_DIRECTORY
                        + " on the backup's host",
                "  shell             " + lab.shellProgram() + " in the place of powershell.exe",
                "For example: tsql -H localhost -p " + servers.backupPort() + " -U " + DatabaseServers.LOGIN + " -P "
                        + lab.password(),
                "Stop it with Ctrl-C.");
    }
}
