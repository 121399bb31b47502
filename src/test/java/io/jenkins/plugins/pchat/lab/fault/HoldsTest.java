package io.jenkins.plugins.pchat.lab.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.pchat.lab.fault.Holds.Hold;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class HoldsTest {

    private final Holds holds = new Holds();
    private final List<String> passed = new CopyOnWriteArrayList<>();

    @Test
    void aMomentIsHeldUntilItIsLetGo() throws Exception {
        Hold hold = holds.at("half of BACKUP");
        FutureTask<Void> lab = new FutureTask<>(this::run, null);
        new Thread(lab).start();
        hold.awaitReached();
        assertEquals(List.of("begin BACKUP"), passed);
        hold.release();
        lab.get();
        assertEquals(List.of("begin BACKUP", "half of BACKUP DATABASE"), passed);
    }

    @Test
    void aMomentIsHeldOnce() throws Exception {
        Hold hold = holds.at("BACKUP");
        hold.release();
        run();
        run();
        assertEquals(4, passed.size());
    }

    @Test
    void whatIsCancelledIsHeldNoLonger() throws Exception {
        Hold hold = holds.at("begin");
        FutureTask<Void> lab = new FutureTask<>(this::run, null);
        Thread thread = new Thread(lab);
        thread.start();
        hold.awaitReached();
        thread.interrupt();
        assertThrows(ExecutionException.class, lab::get);
        assertEquals(List.of(), passed);
    }

    private void run() {
        for (String moment : List.of("begin BACKUP", "half of BACKUP DATABASE")) {
            try {
                holds.pass(moment);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            passed.add(moment);
        }
    }
}
