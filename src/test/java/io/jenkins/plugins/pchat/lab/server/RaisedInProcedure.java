package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.wire.ServerError;

/** Carries an error out of a procedure that was called within TRY: the procedure does not go on. */
final class RaisedInProcedure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ServerError error;

    RaisedInProcedure(ServerError error) {
        super(error);
        this.error = error;
    }

    ServerError error() {
        return error;
    }
}
