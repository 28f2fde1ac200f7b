package org.yiti.telemetry.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.detect.geo.Circle;
import org.yiti.detect.geo.Line;
import org.yiti.detect.geo.Polygon;
import org.yiti.detect.vehicle.Fence;

/**
 * A fence as it is drawn now.
 *
 * @param id another when it is drawn anew
 * @param boundary corners as "longitude latitude", parted by semicolons; null for a circle
 */
record Drawn(
        String id,
        double longitude,
        double latitude,
        int radius,
        @Nullable String boundary) {

    /** Every place is held against each: what is beyond is told nobody, and that is said in the guide. */
    static final int MOST = 100;

    static Map<Integer, List<Drawn>> byTerminal(JdbcClient database) {
        Map<Integer, List<Drawn>> all = new HashMap<>();
        database.sql("""
                        select terminal, id, coalesce(longitude, 0) as longitude, coalesce(latitude, 0) as latitude,
                               coalesce(radius, 0) as radius, boundary
                          from telemetry.fenced order by terminal, id
                        """).query(row -> {
            var fences = all.computeIfAbsent(row.getInt("terminal"), terminal -> new ArrayList<>());
            if (fences.size() < MOST) {
                fences.add(new Drawn(
                        row.getString("id"),
                        row.getDouble("longitude"),
                        row.getDouble("latitude"),
                        row.getInt("radius"),
                        row.getString("boundary")));
            }
        });
        return all;
    }

    Fence fence() {
        return new Fence(id, boundary == null ? new Circle(latitude, longitude, radius) : polygon(boundary));
    }

    private static Polygon polygon(String corners) {
        var places = Stream.of(corners.split(";"))
                .map(corner -> Stream.of(corner.strip().split("\\s+"))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        return new Polygon(List.of(new Line(
                places.stream().mapToDouble(place -> place[1]).toArray(),
                places.stream().mapToDouble(place -> place[0]).toArray())));
    }
}
