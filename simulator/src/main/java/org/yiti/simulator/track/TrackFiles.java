package org.yiti.simulator.track;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tracks that others recorded: CSV and GPX, a file or a folder of them. */
public final class TrackFiles {

    /** Pauses longer than this part one drive from the next. */
    private static final double BREAK_SECONDS = 900;

    private static final double SHORTEST_METRES = 500;

    private TrackFiles() {}

    public static List<Track> read(Path place) {
        var tracks = new ArrayList<Track>();
        try (var files = Files.walk(place)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = file.toString().toLowerCase(Locale.ROOT);
                if (name.endsWith(".csv")) {
                    CsvTracks.read(file).forEach(points -> tracks.addAll(drives(points)));
                } else if (name.endsWith(".gpx")) {
                    GpxTracks.read(file).forEach(points -> tracks.addAll(drives(points)));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(place + " cannot be read", failure);
        }
        if (tracks.isEmpty()) {
            throw new IllegalArgumentException("No track of " + (int) SHORTEST_METRES + " m or more in " + place
                    + ": CSV with columns lat, lon and time, or GPX");
        }
        return tracks;
    }

    /** What goes back in time or stands too long ends a drive; what is too short is none. */
    private static List<Track> drives(List<Track.Point> points) {
        var drives = new ArrayList<Track>();
        var one = new ArrayList<Track.Point>();
        for (var point : points) {
            if (!one.isEmpty()) {
                var since = point.second() - one.get(one.size() - 1).second();
                if (since == 0) {
                    continue;
                }
                if (since < 0 || since > BREAK_SECONDS) {
                    keep(drives, one);
                    one.clear();
                }
            }
            one.add(point);
        }
        keep(drives, one);
        return drives;
    }

    private static void keep(List<Track> drives, List<Track.Point> points) {
        if (points.size() < 2) {
            return;
        }
        var begun = points.get(0).second();
        var track = new Track(points.stream()
                .map(point -> new Track.Point(point.second() - begun, point.lat(), point.lon()))
                .toList());
        if (track.length() >= SHORTEST_METRES) {
            drives.add(track);
        }
    }
}
