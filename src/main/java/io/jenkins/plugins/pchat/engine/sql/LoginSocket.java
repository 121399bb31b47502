package io.jenkins.plugins.pchat.engine.sql;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.function.BooleanSupplier;

/** A socket from which no more is read than a login can need, until it has ended: the driver keeps the whole answer to a login in memory. */
final class LoginSocket extends Socket {

    /** Bytes of PRELOGIN, TLS with long chains of certificates, and the answer to the login together; a usual login has 5 KB. */
    static final int MOST_BYTES = 1024 * 1024;

    private final BooleanSupplier loggingIn;

    LoginSocket(BooleanSupplier loggingIn) {
        this.loggingIn = loggingIn;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Limited(super.getInputStream());
    }

    private final class Limited extends FilterInputStream {

        private int read;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int some = super.read(into, from, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int bytes) throws IOException {
            if (read <= MOST_BYTES) {
                read += bytes;
                if (read > MOST_BYTES && loggingIn.getAsBoolean()) {
                    close();
                    throw new IOException("The server answered the login with more than " + MOST_BYTES + " bytes.");
                }
            }
        }
    }
}
