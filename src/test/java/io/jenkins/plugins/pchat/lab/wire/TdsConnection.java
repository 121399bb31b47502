package io.jenkins.plugins.pchat.lab.wire;

import java.net.Socket;
import java.util.function.Supplier;

/** One client's connection. */
final class TdsConnection {

    private final Socket socket;

    TdsConnection(Socket socket, Backend backend, LabCertificate certificate, Encryption encryption, Supplier<WireFault> fault) {
        this.socket = socket;
    }

    void run() {}

    void close() {}

    void cut() {}
}
