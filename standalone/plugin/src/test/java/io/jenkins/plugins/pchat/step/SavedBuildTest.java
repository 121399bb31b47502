package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.pchat.config.Pools;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.jboss.marshalling.Marshaller;
import org.jboss.marshalling.Marshalling;
import org.jboss.marshalling.MarshallingConfiguration;
import org.jboss.marshalling.Unmarshaller;
import org.jboss.marshalling.river.RiverMarshallerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a real Jenkins saves in {@code program.dat} while a step runs, and after it. It uses JBoss Marshalling's River, which is stricter than Java's
 * own serialization: version 2.1.0 knows no records, and later ones up to 2.2.2 can't read the components of a record that isn't public.
 */
class SavedBuildTest {

    private final RiverMarshallerFactory river = new RiverMarshallerFactory();
    private final MarshallingConfiguration configuration = new MarshallingConfiguration();

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.pchat.step.Steps#stream")
    void keepsWhatAStepWasAskedFor(PchatStep step) throws Exception {
        assertEquals(step.work(), saved(step.work()));
    }

    @Test
    void keepsTheAccountsOfBothEndsOfLogShipping() throws Exception {
        var step = new ConfigureLogShippingStep("sqla", "sqlb", Steps.SHARE, "D:\\LogShipping");
        step.setSecondaryCredentialsId("dr");
        assertEquals(step.work(), saved(step.work()));
    }

    @Test
    void keepsTheOperationId() throws Exception {
        OperationId id = OperationId.unique("failback#3", "7");
        assertEquals(id, saved(id));
    }

    @Test
    void keepsTheResult() throws Exception {
        var result = new PchatResult(new Outcome(
                true, "ONLINE", "\\\\nas\\mgc.bak", Map.of("before", List.of("a"), "sizeBytes", 7L), List.of("1. X")));
        var again = (PchatResult) saved(result);
        assertEquals(result.toString(), again.toString());
        assertEquals(result.getDetails(), again.getDetails());
        assertEquals(result.getPlan(), again.getPlan());
    }

    @Test
    void keepsTheNamedPool() throws Exception {
        var pool = new PchatPoolResult(Pools.whole("dci"));
        var again = (PchatPoolResult) saved(pool);
        assertEquals(pool.toString(), again.toString());
        assertEquals(pool.getActiveServers(), again.getActiveServers());
        assertEquals(pool.getBackupHostNameInCertificate(), again.getBackupHostNameInCertificate());
    }

    private Object saved(Object value) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (Marshaller out = river.createMarshaller(configuration)) {
            out.start(Marshalling.createByteOutput(bytes));
            out.writeObject(value);
            out.finish();
        }
        try (Unmarshaller in = river.createUnmarshaller(configuration)) {
            in.start(Marshalling.createByteInput(new ByteArrayInputStream(bytes.toByteArray())));
            return in.readObject();
        }
    }
}
