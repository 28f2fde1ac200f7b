package org.yiti.detect.vehicle;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yiti.detect.ReferenceData;
import org.yiti.detect.geo.Earth;

/** Real tracks of others, by what they call them. None of them tells speed, ignition or odometer. */
final class Tracks {

    private static final Pattern POINT = Pattern.compile(
            "<trkpt\\s+lat=\"([-\\d.]+)\"\\s+lon=\"([-\\d.]+)\"[^>]*>.*?<time>([^<]+)</time>", Pattern.DOTALL);

    private Tracks() {}

    /** Five of people in Beijing, GeoLife. */
    static TreeMap<String, List<Position>> beijing() {
        var tracks = new TreeMap<String, List<Position>>();
        for (var line : lines("gps_traces/geolife_movingpandas/geolife_small.csv")) {
            var cells = line.split(";");
            var at = Instant.parse(cells[7].replace(' ', 'T').replace("+00", "Z"))
                    .toEpochMilli();
            tracks.computeIfAbsent(cells[5], track -> new ArrayList<>()).add(position(at, cells[1], cells[0]));
        }
        return tracks;
    }

    /** Buses of one line in Liverpool, one direction, by bus and run. */
    static TreeMap<String, List<Position>> buses() {
        var tracks = new TreeMap<String, List<Position>>();
        for (var line : lines("gps_traces/liverpool_bus/route14_outbound.csv")) {
            var cells = line.replace("\"", "").split(",");
            var at = LocalDateTime.parse(cells[3].replace(' ', 'T'))
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
            tracks.computeIfAbsent(cells[1] + "/" + cells[2], track -> new ArrayList<>())
                    .add(position(at, cells[4], cells[5]));
        }
        tracks.values().forEach(track -> track.sort(java.util.Comparator.comparingLong(Position::at)));
        return tracks;
    }

    static List<Position> gpx(String name) {
        var track = new ArrayList<Position>();
        var matcher = POINT.matcher(String.join("\n", ReferenceData.lines("gps_traces/graphhopper/" + name)));
        while (matcher.find()) {
            var at =
                    java.time.OffsetDateTime.parse(matcher.group(3)).toInstant().toEpochMilli();
            track.add(position(at, matcher.group(1), matcher.group(2)));
        }
        return track;
    }

    /** From place to place, nothing left out: what a clean track is measured by. */
    static double kilometres(List<Position> track) {
        var metres = 0.0;
        for (var i = 1; i < track.size(); i++) {
            var from = track.get(i - 1);
            var to = track.get(i);
            metres += Earth.metres(
                    from.latitude() / 1e6, from.longitude() / 1e6, to.latitude() / 1e6, to.longitude() / 1e6);
        }
        return metres / 1000;
    }

    private static List<String> lines(String path) {
        var lines = ReferenceData.lines(path);
        return lines.subList(1, lines.size());
    }

    private static Position position(long at, String latitude, String longitude) {
        return Position.of(at, Double.parseDouble(latitude), Double.parseDouble(longitude), Gauges.NONE);
    }
}
