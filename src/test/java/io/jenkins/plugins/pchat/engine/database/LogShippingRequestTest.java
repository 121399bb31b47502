package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import org.junit.jupiter.api.Test;

class LogShippingRequestTest {

    @Test
    void refusesBadRequests() {
        SqlTarget a = SqlTarget.of("sqla");
        SqlTarget b = SqlTarget.of("sqlb");
        assertThrows(
                IllegalArgumentException.class,
                () -> new ConfigureLogShipping.Request(
                        a, SqlTarget.of("SQLA"), null, "\\\\n\\s", "D:\\x", null, null, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ConfigureLogShipping.Request(a, b, null, "D:\\x", "D:\\x", null, null, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ConfigureLogShipping.Request(a, b, null, "\\\\n\\s", "x", null, null, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ConfigureLogShipping.Request(a, b, null, "\\\\n\\s", null, null, null, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ConfigureLogShipping.Request(a, b, "a]b", "\\\\n\\s", "D:\\x", null, null, null));
        assertEquals(
                "D:\\x",
                new ConfigureLogShipping.Request(a, b, null, "\\\\n\\s", "D:\\x\\", null, null, null).copyDirectory());
    }
}
