package io.jenkins.plugins.pchat.host;

/**
 * The pipeline can't be run as it is written: an unknown directive or step, a wrong argument. The message names it
 * and says where.
 */
public final class PipelineError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PipelineError(String message) {
        super(message);
    }

    public PipelineError(String message, Throwable cause) {
        super(message, cause);
    }
}
