package org.yiti.meters.modbus;

import static org.yiti.meters.MeterRefusal.POINTS_OVERLAP;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.yiti.meters.MeterRefused;

/** The fewest reads that bring all points of a map, each no longer than the device takes, and none across a wide gap. */
public record ReadPlan(List<Block> blocks) {

    /**
     * @param longest registers the device takes in one read; 125 at most
     * @param gap registers that may be read though nobody asked for them; nought for devices that refuse those
     */
    public static ReadPlan of(List<Point> points, int longest, int gap) {
        var names = new HashSet<String>();
        for (var point : points) {
            if (!names.add(point.name())) {
                throw new MeterRefused(POINTS_OVERLAP, Map.of("point", point.name()));
            }
        }
        var sorted = points.stream()
                .sorted(Comparator.comparing(Point::function)
                        .thenComparing(Point::address)
                        .thenComparing(Point::end))
                .toList();
        var blocks = new ArrayList<Block>();
        var open = new ArrayList<Point>();
        for (var point : sorted) {
            if (!open.isEmpty() && !fits(open, point, longest, gap)) {
                blocks.add(Block.of(open));
                open.clear();
            }
            open.add(point);
        }
        if (!open.isEmpty()) {
            blocks.add(Block.of(open));
        }
        return new ReadPlan(List.copyOf(blocks));
    }

    public static ReadPlan of(List<Point> points) {
        return of(points, ReadFunction.HOLDING_REGISTERS.most(), 8);
    }

    private static boolean fits(List<Point> open, Point point, int longest, int gap) {
        var first = open.get(0);
        var end = open.stream().mapToInt(Point::end).max().orElseThrow();
        var most = first.function().isBits()
                ? first.function().most()
                : Math.min(longest, first.function().most());
        return point.function() == first.function()
                && point.address() <= end + gap
                && Math.max(end, point.end()) - first.address() <= most;
    }
}
