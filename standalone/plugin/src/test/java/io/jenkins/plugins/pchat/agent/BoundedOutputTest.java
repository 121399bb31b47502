package io.jenkins.plugins.pchat.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BoundedOutputTest {

    @Test
    void keepsWhatFits() throws IOException {
        CompletableFuture<Void> full = new CompletableFuture<>();
        BoundedOutput output = new BoundedOutput(4, full);
        output.write(new byte[] {1, 2, 3});
        output.write(4);
        assertArrayEquals(new byte[] {1, 2, 3, 4}, output.bytes());
        assertFalse(output.isFull());
        assertFalse(full.isDone());
    }

    @Test
    void dropsTheRestAndSaysSo() throws IOException {
        CompletableFuture<Void> full = new CompletableFuture<>();
        BoundedOutput output = new BoundedOutput(2, full);
        output.write(new byte[] {1, 2, 3});
        output.write(4);
        assertArrayEquals(new byte[] {1, 2}, output.bytes());
        assertTrue(output.isFull());
        assertTrue(full.isDone());
    }
}
