package io.jenkins.plugins.pchat.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All cells: each moment of the procedure with each way in which something can go wrong at it. */
final class Matrix {

    /** A prime, so that one way strikes elsewhere in a step than another. */
    private static final int STRIDE = 7;

    private Matrix() {}

    static List<Cell> all(List<Point> points) {
        List<Cell> cells = new ArrayList<>();
        for (Point point : points) {
            for (Way way : Way.values()) {
                if (way.possibleAt(point)) {
                    cells.add(new Cell(point, way));
                }
            }
        }
        return cells;
    }

    /** A few of them: each way in one of the steps that are struck least so far, where something is changed if it can strike there; then the steps that were left out. */
    static List<Cell> sample(List<Cell> all) {
        Map<Step, Integer> struck = new EnumMap<>(Step.class);
        List<Cell> sample = new ArrayList<>();
        for (Way way : Way.values()) {
            List<Cell> cells = all.stream().filter(cell -> cell.way() == way).toList();
            add(sample, struck, way, cells);
            add(sample, struck, way, cells);
        }
        Set<Step> missing = all.stream()
                .map(cell -> cell.point().step())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));
        missing.removeAll(struck.keySet());
        missing.forEach(step -> sample.add(all.stream()
                .filter(cell -> cell.point().step() == step)
                .findFirst()
                .orElseThrow()));
        return sample.stream().distinct().toList();
    }

    private static void add(List<Cell> sample, Map<Step, Integer> struck, Way way, List<Cell> cells) {
        Step step = cells.stream()
                .map(cell -> cell.point().step())
                .distinct()
                .min((one, other) -> Integer.compare(struck.getOrDefault(one, 0), struck.getOrDefault(other, 0)))
                .orElseThrow(() -> new IllegalStateException(way.word() + " can strike nowhere"));
        List<Cell> here =
                cells.stream().filter(cell -> cell.point().step() == step).toList();
        List<Cell> changing =
                here.stream().filter(cell -> cell.point().changes()).toList();
        List<Cell> from = changing.isEmpty() ? here : changing;
        sample.add(from.get(way.ordinal() * STRIDE % from.size()));
        struck.merge(step, 1, Integer::sum);
    }
}
