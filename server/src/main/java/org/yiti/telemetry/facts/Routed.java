package org.yiti.telemetry.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.detect.geo.Line;
import org.yiti.detect.vehicle.Route;

/**
 * A way that a terminal was told to keep to.
 *
 * @param id of the command, and when it ended: another when it has ended
 * @param corners as "longitude latitude", parted by semicolons
 * @param width metres to either side
 * @param from milliseconds since 1970
 */
record Routed(String id, String corners, int width, long from, long until) {

    /** Every place is held against each; the newest count. */
    static final int MOST = 20;

    static Map<Integer, List<Routed>> byTerminal(JdbcClient database) {
        Map<Integer, List<Routed>> all = new HashMap<>();
        database.sql("""
                        select terminal, id, corners, width, (extract(epoch from since) * 1000)::bigint as since,
                               (extract(epoch from until) * 1000)::bigint as until
                          from telemetry.routed order by terminal, since desc, id
                        """).query(row -> {
            var routes = all.computeIfAbsent(row.getInt("terminal"), terminal -> new ArrayList<>());
            if (routes.size() < MOST) {
                var until = row.getObject("until", Long.class);
                var id = row.getString("id");
                routes.add(new Routed(
                        until == null ? id : id + " until " + until,
                        row.getString("corners"),
                        row.getInt("width"),
                        row.getLong("since"),
                        until == null ? Long.MAX_VALUE : until));
            }
        });
        return all;
    }

    Route route() {
        var places = Stream.of(corners.split(";"))
                .map(corner -> Stream.of(corner.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        var line = new Line(
                places.stream().mapToDouble(place -> place[1]).toArray(),
                places.stream().mapToDouble(place -> place[0]).toArray());
        return new Route(id, line, width, from, until);
    }
}
