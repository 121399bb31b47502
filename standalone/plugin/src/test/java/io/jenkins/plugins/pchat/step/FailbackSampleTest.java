package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.Extension;
import io.jenkins.plugins.pchat.lab.ShippedPipeline;
import net.java.sezpoz.Index;
import org.junit.jupiter.api.Test;

class FailbackSampleTest {

    private final FailbackSample sample = new FailbackSample();

    @Test
    void itIsTheShippedPipelineWordForWord() {
        assertEquals(ShippedPipeline.text().replace("\r\n", "\n"), sample.script());
        assertFalse(sample.script().contains("\r"));
    }

    @Test
    void itHasANameForTheEditorAndATitleForPeople() {
        assertTrue(sample.name().matches("[a-z-]+"), sample.name());
        assertEquals("Persistent Chat failback", sample.title());
    }

    @Test
    void jenkinsFindsItInTheIndexOfExtensions() {
        boolean found = false;
        for (var item : Index.load(Extension.class, Object.class, getClass().getClassLoader())) {
            found |= item.className().equals(FailbackSample.class.getName());
        }
        assertTrue(found);
    }
}
