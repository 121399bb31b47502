package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.GroovyShell;
import io.jenkins.plugins.pchat.engine.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;
import org.junit.jupiter.api.Test;

class PchatResultTest {

    private final PchatResult result = new PchatResult(new Outcome(
            true,
            "ONLINE",
            "\\\\nas\\mgc.bak",
            Map.of("before", List.of("a"), "after", List.of(), "sizeBytes", 7L),
            List.of("1. On X: back up", "      BACKUP")));

    @Test
    void groovyReadsItsProperties() {
        assertEquals(true, groovy("result.changed"));
        assertEquals("ONLINE", groovy("result.state"));
        assertEquals("\\\\nas\\mgc.bak", groovy("result.path"));
        assertEquals(7L, groovy("result.details.sizeBytes"));
        assertEquals(List.of("a"), groovy("result.before"));
        assertEquals(List.of(), groovy("result.after"));
        assertEquals("1. On X: back up\n      BACKUP", groovy("result.plan.join('\\n')"));
        assertEquals("changed: true, state: ONLINE, path: \\\\nas\\mgc.bak", groovy("\"${result}\".toString()"));
    }

    private Object groovy(String expression) {
        GroovyShell shell = new GroovyShell();
        shell.setVariable("result", result);
        return shell.evaluate(expression);
    }

    @Test
    void thereIsNoPlanWhenNothingIsToDo() {
        PchatResult nothing = new PchatResult(new Outcome(false, "Normal", Map.of()));
        assertTrue(nothing.getPlan().isEmpty());
        assertNull(nothing.getPath());
        assertNull(nothing.getBefore());
        assertEquals("changed: false, state: Normal", nothing.toString());
    }

    @Test
    void itsDetailsCantBeChanged() {
        assertThrows(
                UnsupportedOperationException.class, () -> result.getDetails().put("x", 1));
        assertThrows(UnsupportedOperationException.class, () -> result.getPlan().add("x"));
    }

    @Test
    void survivesARestartWithTheBuild() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(result);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            PchatResult again = (PchatResult) in.readObject();
            assertEquals(result.toString(), again.toString());
            assertEquals(result.getDetails(), again.getDetails());
            assertEquals(result.getPlan(), again.getPlan());
        }
    }

    @Test
    void theSandboxMayReadEverythingThatIsPublic() {
        var hidden = Arrays.stream(PchatResult.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isAnnotationPresent(Whitelisted.class))
                .toList();
        assertEquals(List.of(), hidden);
    }
}
