package io.jenkins.plugins.pchat.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.Extension;
import hudson.model.Descriptor.FormException;
import io.jenkins.plugins.standalone.Saves;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.java.sezpoz.Index;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.StaplerRequest2;

class PchatPoolsTest {

    private final PchatPools pools = new PchatPools();

    @BeforeEach
    void nothingIsSaved() {
        Saves.clear();
    }

    @Test
    void whatIsSetIsSaved() {
        pools.setPools(List.of(Pools.named("dci"), Pools.named("dcb")));
        assertEquals(List.of("dci", "dcb"), pools.names());
        assertEquals(List.of(PchatPools.class.getName()), Saves.ids());
    }

    @Test
    void twoPoolsOfOneNameAreRefusedAndNothingChanges() {
        pools.setPools(List.of(Pools.named("old")));
        Saves.clear();
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> pools.setPools(List.of(Pools.named("dci"), Pools.named("x"), Pools.named(" DCI "))));
        assertEquals(
                "Two pools have the name 'DCI'; upper and lower case make no difference. Nothing was saved.",
                refused.getMessage());
        assertEquals(List.of("old"), pools.names());
        assertEquals(List.of(), Saves.ids());
    }

    @Test
    void aPoolWithoutANameIsRefused() {
        var refused = assertThrows(IllegalArgumentException.class, () -> pools.setPools(List.of(Pools.named(" "))));
        assertTrue(refused.getMessage().contains("needs a name"), refused.getMessage());
    }

    @Test
    void aPoolIsFoundInWhateverCase() {
        pools.setPools(List.of(Pools.named("dci"), Pools.named("dcb")));
        assertEquals("dcb", pools.named("DCB").orElseThrow().getName());
        assertTrue(pools.named("dc").isEmpty());
        assertTrue(pools.named(null).isEmpty());
    }

    @Test
    void theFormCanRemoveTheLastPool() throws Exception {
        pools.setPools(List.of(Pools.named("dci")));
        pools.configure(new Submitted(), JSONObject.fromObject(Map.of()));
        assertEquals(List.of(), pools.names());
    }

    @Test
    void theFormSetsWhatWasSubmitted() throws Exception {
        pools.configure(new Submitted(), JSONObject.fromObject(Map.of("pools", List.of("dci", "dcb"))));
        assertEquals(List.of("dci", "dcb"), pools.names());
    }

    @Test
    void theFormSaysWhyItIsRefused() {
        var refused = assertThrows(
                FormException.class,
                () -> pools.configure(new Submitted(), JSONObject.fromObject(Map.of("pools", List.of("dci", "dci")))));
        assertTrue(refused.getMessage().contains("Two pools have the name 'dci'"), refused.getMessage());
        assertEquals("pools", refused.getFormField());
    }

    @Test
    void jenkinsFindsItInBothIndexes() throws Exception {
        boolean extension = false;
        for (var item : Index.load(Extension.class, Object.class, getClass().getClassLoader())) {
            extension |= item.className().equals(PchatPools.class.getName());
        }
        assertTrue(extension, "the index of extensions");
        try (var index = getClass().getResourceAsStream("/META-INF/services/annotations/org.jenkinsci.Symbol")) {
            assertEquals(PchatPools.class.getName() + "\n", new String(index.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertArrayEquals(
                new String[] {"pchatPools"},
                PchatPools.class.getAnnotation(Symbol.class).value());
    }

    /** A request whose pools are given by their names alone. */
    private static final class Submitted implements StaplerRequest2 {
        @Override
        public <T> List<T> bindJSONToList(Class<T> type, Object src) {
            List<?> names = src == null ? List.of() : (List<?>) src;
            return Arrays.stream(names.toArray())
                    .map(name -> type.cast(Pools.named((String) name)))
                    .toList();
        }
    }
}
