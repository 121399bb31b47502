package io.jenkins.plugins.pchat.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.pchat.step.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PchatPoolTest {

    @Test
    void whatIsNotSetHasADefaultOrIsNull() {
        PchatPool pool = Pools.named("dci");
        assertEquals("pchat-management", pool.getAgent());
        assertEquals("true", pool.getEncrypt());
        assertFalse(pool.isTrustServerCertificate());
        for (String optional : List.of(
                "sqlCredentialsId",
                "shellUri",
                "shellCredentialsId",
                "approvers",
                "primaryHostNameInCertificate",
                "backupHostNameInCertificate")) {
            assertNull(value(pool, optional), optional);
        }
    }

    @Test
    void anEmptyValueIsTheDefault() {
        PchatPool pool = Pools.whole("dci");
        pool.setAgent(" ");
        pool.setEncrypt("");
        pool.setShellUri(" ");
        pool.setApprovers("");
        assertEquals("pchat-management", pool.getAgent());
        assertEquals("true", pool.getEncrypt());
        assertNull(pool.getShellUri());
        assertNull(pool.getApprovers());
    }

    @Test
    void theServersComeAsAListOrOneALine() {
        PchatPool pool = new PchatPool(" dci ", null, " sqla ", null, null, null, List.of("a\r\n\n b "));
        assertEquals("dci", pool.getName());
        assertEquals("sqla", pool.getPrimary());
        assertEquals(List.of("a", "b"), pool.getActiveServers());
        assertThrows(UnsupportedOperationException.class, () -> pool.getActiveServers()
                .add("c"));
        assertEquals(List.of(), new PchatPool("x", null, null, null, null, null, null).getActiveServers());
    }

    /** Jenkins' configuration files hold the lists of the JDK that can be changed; it refuses to write most others. */
    @Test
    void whatIsWrittenToTheConfigurationIsPlain() throws Exception {
        var servers = PchatPool.class.getDeclaredField("activeServers");
        servers.setAccessible(true);
        assertEquals(ArrayList.class, servers.get(Pools.named("dci")).getClass());
        for (Class<?> type : List.of(PchatPool.class, PoolAccess.class)) {
            Arrays.stream(type.getDeclaredFields())
                    .filter(field -> !java.lang.reflect.Modifier.isStatic(field.getModifiers()))
                    .forEach(field -> assertEquals(
                            true,
                            List.of(String.class, boolean.class, List.class).contains(field.getType()),
                            field.toString()));
        }
    }

    private static Object value(PchatPool pool, String property) {
        try {
            return Steps.value(pool, property);
        } catch (Exception e) {
            throw new AssertionError(property, e);
        }
    }
}
