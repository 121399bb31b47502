package io.jenkins.plugins.pchat.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WayBackTest {

    private static final List<String> NEW = List.of("chata1.dci.discovery.com");

    private static WayBack of(FailbackRecord record) {
        List<WayBack> ways = WayBack.of(record);
        assertEquals(1, ways.size());
        return ways.get(0);
    }

    @Test
    void theOldListIsKeptWithTheCmdletThatPutsItBack() {
        WayBack way = of(Records.begun().with(Records.clear(1)));

        assertEquals(WayBack.State.OPEN, way.state());
        assertEquals(Records.OLD, way.servers());
        assertEquals(
                "Set-CsPersistentChatActiveServer -Identity 'PersistentChatServer:lyncpc.dci.discovery.com'"
                        + " -ActiveServers @{Replace='chatb1.dcb.discovery.com','chatb2.dcb.discovery.com'}",
                way.cmdlet());
    }

    @Test
    void noNameCanEndTheQuotesOfTheCmdlet() {
        assertTrue(new WayBack("p", List.of("a'; evil"), WayBack.State.OPEN)
                .cmdlet()
                .contains("'a''; evil'"));
    }

    @Test
    void goingBackNoLongerHelpsOnceLogShippingHasBegunAnAction() {
        FailbackRecord begun = Records.begun().with(Records.clear(1));

        assertEquals(
                WayBack.State.OPEN,
                of(begun.with(Records.dryRun(Procedure.LOG_SHIPPING, 5))).state());
        assertEquals(
                WayBack.State.OPEN,
                of(begun.with(Records.entry(Procedure.LOG_SHIPPING, 5))).state());
        assertEquals(
                WayBack.State.CLOSED, of(begun.with(Records.logShipping(5))).state());
        assertFalse(Records.page(begun.with(Records.logShipping(5))).body().contains("@{Replace"));
    }

    @Test
    void theListThatStepSixSetIsNotTheOldOne() {
        OperationEntry setActive = Records.entry(Procedure.SET_ACTIVE, 10)
                .saw(Records.ofPool("Set", List.of(), Records.action(Records.POOL, "Set", 1L, 2L)), Records.at(10));
        OperationEntry state = Records.entry(Procedure.STATE, 20)
                .saw(Records.ofPool("State", NEW), Records.at(20))
                .ended(new Outcome(true, "Normal", Map.of()), Records.at(21));

        WayBack way = of(Records.begun().with(setActive).with(state));

        assertEquals(List.of(), way.servers());
        assertEquals(WayBack.State.COMPLETE, way.state());
    }

    @Test
    void aBuildThatOnlyLookedHasChangedNothing() {
        OperationEntry look =
                Records.dryRun(Procedure.CLEAR, 1).saw(Records.ofPool("Clear", Records.OLD), Records.at(1));

        assertEquals(WayBack.State.UNTOUCHED, of(Records.begun().with(look)).state());
        assertEquals(List.of(), WayBack.of(Records.begun()));
    }
}
