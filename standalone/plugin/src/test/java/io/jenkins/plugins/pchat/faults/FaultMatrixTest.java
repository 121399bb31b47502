package io.jenkins.plugins.pchat.faults;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The whole matrix: {@code mvn -f standalone -Pfaults verify}. With {@code -Dfault.cell=TEXT} the cells alone that have the text in their name, which begins with
 * their key.
 */
@Tag("faults")
class FaultMatrixTest {

    @TestFactory
    Stream<DynamicTest> survivesEachFaultAtEachStatement() throws Exception {
        String wanted = System.getProperty("fault.cell", "");
        List<Cell> cells = Matrix.all(Recording.take()).stream()
                .filter(cell -> cell.toString().contains(wanted))
                .toList();
        assertFalse(cells.isEmpty(), "no cell has '" + wanted + "' in its name");
        return CellTests.of(cells);
    }
}
