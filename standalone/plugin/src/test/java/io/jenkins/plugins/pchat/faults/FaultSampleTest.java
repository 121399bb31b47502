package io.jenkins.plugins.pchat.faults;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A sample of the matrix that has each way and each step in it. */
class FaultSampleTest {

    @TestFactory
    Stream<DynamicTest> survivesASampleOfTheFaults() throws Exception {
        return CellTests.of(Matrix.sample(Matrix.all(Recording.take())));
    }
}
