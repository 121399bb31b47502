package io.jenkins.plugins.pchat.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** What a pipeline's variable holds after a restart: a copy made by Java serialization. */
final class Serial {

    private Serial() {}

    /**
     * Copies a value.
     *
     * @param what whose value it is, for the error
     * @throws PipelineError if a real pipeline could not keep it
     */
    static Object copy(String what, Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new PipelineError(what + " can't be kept over a restart of Jenkins: " + e, e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new PipelineError(what + " can't be read again after a restart of Jenkins: " + e, e);
        }
    }
}
