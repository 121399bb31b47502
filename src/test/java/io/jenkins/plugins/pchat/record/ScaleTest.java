package io.jenkins.plugins.pchat.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

    private static Scale.Span span(long from, long to) {
        return new Scale.Span(Records.at(from), Records.at(to));
    }

    @Test
    void timesAreWhereTheyBelong() {
        Scale scale = new Scale(span(0, 100), List.of(span(0, 40), span(30, 80), span(90, 100)));

        assertEquals(0, scale.position(Records.at(0)), 0.01);
        assertEquals(35, scale.position(Records.at(35)), 0.01);
        assertEquals(85, scale.position(Records.at(85)), 0.01);
        assertEquals(100, scale.position(Records.at(100)), 0.01);
        assertEquals(List.of(), scale.cuts());
    }

    @Test
    void aLongWaitIsDrawnNoLongerThanAQuarterOfTheWork() {
        Scale scale = new Scale(span(0, 10_080), List.of(span(0, 40), span(10_040, 10_080)));

        assertEquals(40, scale.position(Records.at(40)), 0.01);
        assertEquals(60, scale.position(Records.at(10_040)), 0.01);
        assertEquals(50, scale.position(Records.at(5_040)), 0.01);
        assertEquals(List.of(span(40, 10_040)), scale.cuts());
    }

    @Test
    void whatIsOutsideIsAtTheEnds() {
        Scale scale = new Scale(span(10, 20), List.of(span(10, 20)));

        assertEquals(0, scale.position(Records.at(0)), 0.01);
        assertEquals(100, scale.position(Records.at(50)), 0.01);
    }

    @Test
    void nothingAtAllHasAPlaceToo() {
        assertEquals(0, new Scale(span(0, 0), List.of()).position(Records.at(0)), 0.01);
        assertEquals(50, new Scale(span(0, 100), List.of()).position(Records.at(50)), 0.01);
    }
}
