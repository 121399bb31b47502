package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.pchat.lab.wire.Column.Type;
import io.jenkins.plugins.pchat.lab.wire.PreparedStatements.Prepared;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparedStatementsTest {

    private static Parameter parameter(String name, Object value) {
        return new Parameter(name, Column.of(name, Type.INT), false, value);
    }

    @Test
    void readsTheNamesOfTheDefinitions() {
        String definitions = "@P0 nvarchar(4000),@P1 decimal(38,2) OUTPUT, @name int";
        assertEquals(
                List.of("@P0", "@P1", "@name"), Prepared.of("x", definitions).names());
        assertEquals(List.of(), Prepared.of("x", null).names());
        assertEquals(List.of(), Prepared.of("x", " ").names());
    }

    @Test
    void givesNamesOnlyToParametersWithoutOne() {
        List<Parameter> bound = Prepared.of("x", "@a int,@b int").bind(List.of(parameter("", 1), parameter("@c", 2)));
        assertEquals(List.of("@a", "@c"), bound.stream().map(Parameter::name).toList());
        assertEquals(1, bound.get(0).value());
    }

    @Test
    void aHandleIsGoodUntilItIsRemoved() throws Exception {
        PreparedStatements statements = new PreparedStatements();
        int first = statements.add(Prepared.of("a", null));
        int second = statements.add(Prepared.of("b", null));
        assertNotEquals(first, second);
        assertEquals("a", statements.get(first).text());
        statements.remove(first);
        ServerError e = assertThrows(ServerError.class, () -> statements.get(first));
        assertEquals(8179, e.number());
        assertEquals("b", statements.get(second).text());
    }
}
