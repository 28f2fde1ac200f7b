package org.yiti.demonstration;

import java.util.ArrayList;
import java.util.List;
import org.yiti.demonstration.Positions.Point;

/** From corner to corner, and where one is after so many kilometres. */
final class Way {
    private static final int BLOCKS = 4;

    private final List<Point> corners = new ArrayList<>();
    private final List<Double> kilometres = new ArrayList<>();

    private Way(Point from) {
        corners.add(from);
        kilometres.add(0.0);
    }

    static Way straight(Point from, Point to) {
        return new Way(from).to(to);
    }

    /** Along streets, which run north and east. */
    static Way streets(Point from, Point to) {
        return new Way(from).blocks(from, to);
    }

    /** Out and back again the same way. */
    static Way round(Point from, double kilometres) {
        var there = from.shifted(kilometres / 2 * 0.6 / 96.2, kilometres / 2 * 0.4 / 111.2);
        return new Way(from).blocks(from, there).blocks(there, from);
    }

    /** Past where it leads, so much further north or south, and back from there. */
    static Way past(Point from, Point to, double degrees) {
        var turn = to.shifted(0, to.latitude() < from.latitude() ? -degrees : degrees);
        return new Way(from).blocks(from, turn).blocks(turn, to);
    }

    private Way blocks(Point from, Point to) {
        double east = (to.longitude() - from.longitude()) / BLOCKS;
        double north = (to.latitude() - from.latitude()) / BLOCKS;
        for (int block = 0; block < BLOCKS; block++) {
            to(from.shifted(east * (block + 1), north * block));
            to(from.shifted(east * (block + 1), north * (block + 1)));
        }
        return this;
    }

    private Way to(Point next) {
        Point last = corners.get(corners.size() - 1);
        kilometres.add(length() + last.kilometresTo(next));
        corners.add(next);
        return this;
    }

    double length() {
        return kilometres.get(kilometres.size() - 1);
    }

    Point end() {
        return corners.get(corners.size() - 1);
    }

    private int corner(double driven) {
        int next = 1;
        while (next < corners.size() - 1 && kilometres.get(next) < driven) {
            next++;
        }
        return next;
    }

    Point at(double driven) {
        int next = corner(driven);
        double whole = kilometres.get(next) - kilometres.get(next - 1);
        double share = whole == 0 ? 1 : Math.min(1, (driven - kilometres.get(next - 1)) / whole);
        Point before = corners.get(next - 1);
        Point after = corners.get(next);
        return new Point(
                before.longitude() + share * (after.longitude() - before.longitude()),
                before.latitude() + share * (after.latitude() - before.latitude()));
    }

    /** Degrees from north, clockwise. */
    int heading(double driven) {
        int next = corner(driven);
        Point before = corners.get(next - 1);
        Point after = corners.get(next);
        double degrees = StrictMath.toDegrees(StrictMath.atan2(
                (after.longitude() - before.longitude()) * 96.2, (after.latitude() - before.latitude()) * 111.2));
        return (int) Math.floorMod(Math.round(degrees), 360L);
    }
}
