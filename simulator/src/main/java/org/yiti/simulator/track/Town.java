package org.yiti.simulator.track;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A town that does not exist: crossings of some half a kilometre, a little askew, every seventh street missing. A drive goes
 * from crossing to crossing, rarely back where it came from, waits at lights, and is slower in the middle of the town.
 */
public final class Town {

    private static final int BLOCKS = 40;
    private static final double BLOCK_DEGREES = 0.0045;
    private static final double ASKEW = 0.25;
    private static final double MISSING = 1 / 7.0;
    private static final double LIGHTS = 0.3;
    private static final int[][] WAYS = {{0, 1}, {1, 0}, {0, -1}, {-1, 0}};

    private final double lat;
    private final double lon;
    private final long seed;

    /** @param lat and lon of its middle, in degrees */
    public Town(double lat, double lon, long seed) {
        this.lat = lat;
        this.lon = lon;
        this.seed = seed;
    }

    /** A drive over so many crossings. */
    public Track drive(int crossings, RandomGenerator random) {
        var points = new ArrayList<Track.Point>();
        var x = random.nextInt(BLOCKS);
        var y = random.nextInt(BLOCKS);
        var way = random.nextInt(WAYS.length);
        var second = 0.0;
        points.add(new Track.Point(second, lat(x, y), lon(x, y)));
        while (points.size() < crossings) {
            way = turn(x, y, way, random);
            x += WAYS[way][0];
            y += WAYS[way][1];
            var middle = 1 - (Math.abs(x - BLOCKS / 2.0) + Math.abs(y - BLOCKS / 2.0)) / BLOCKS;
            var metresPerSecond = (55 - 30 * middle + 10 * random.nextDouble()) / 3.6;
            second += 500 / metresPerSecond;
            points.add(new Track.Point(second, lat(x, y), lon(x, y)));
            if (random.nextDouble() < LIGHTS) {
                second += 15 + random.nextInt(60);
                points.add(new Track.Point(second, lat(x, y), lon(x, y)));
            }
        }
        return new Track(points);
    }

    private int turn(int x, int y, int way, RandomGenerator random) {
        var ahead = random.nextDouble() < 0.6 ? way : (way + (random.nextBoolean() ? 1 : 3)) % 4;
        for (var tried : List.of(ahead, (ahead + 1) % 4, (ahead + 3) % 4, (ahead + 2) % 4)) {
            if (open(x, y, tried)) {
                return tried;
            }
        }
        return (way + 2) % 4;
    }

    private boolean open(int x, int y, int way) {
        var toX = x + WAYS[way][0];
        var toY = y + WAYS[way][1];
        var inside = toX >= 0 && toX < BLOCKS && toY >= 0 && toY < BLOCKS;
        return inside && chance(Math.min(x, toX), Math.min(y, toY), way % 2) >= MISSING;
    }

    private double lat(int x, int y) {
        return lat + (y - BLOCKS / 2.0 + ASKEW * chance(x, y, 2)) * BLOCK_DEGREES;
    }

    private double lon(int x, int y) {
        var wide = Math.cos(Math.toRadians(lat));
        return lon + (x - BLOCKS / 2.0 + ASKEW * chance(x, y, 3)) * BLOCK_DEGREES / wide;
    }

    private double chance(int x, int y, int what) {
        var z = (seed * 31 + x) * 0x9E3779B97F4A7C15L + y * 0xBF58476D1CE4E5B9L + what * 0x94D049BB133111EBL;
        z = (z ^ z >>> 31) * 0xD6E8FEB86659FD93L;
        return (z >>> 11) * 0x1.0p-53;
    }
}
