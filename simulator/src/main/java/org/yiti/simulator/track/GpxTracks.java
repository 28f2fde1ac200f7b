package org.yiti.simulator.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** GPX 1.0 and 1.1: segments of tracks, and routes. Where no times stand, the vehicle drives 40 km/h. */
final class GpxTracks {

    private static final double METRES_PER_SECOND = 40 / 3.6;
    private static final double METRES_PER_DEGREE = 111_320;

    private final List<List<Track.Point>> tracks = new ArrayList<>();
    private List<Track.Point> points = new ArrayList<>();
    private double lat;
    private double lon;
    private @Nullable String time;

    private GpxTracks() {}

    static List<List<Track.Point>> read(Path file) throws IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (var in = Files.newInputStream(file)) {
            var reading = new GpxTracks();
            var xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    reading.begin(xml);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    reading.end(xml.getLocalName());
                }
            }
            return reading.tracks;
        } catch (XMLStreamException unfit) {
            throw new IOException(file + " is no GPX: " + unfit.getMessage(), unfit);
        }
    }

    private void begin(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "trkpt", "rtept" -> {
                lat = Double.parseDouble(xml.getAttributeValue(null, "lat"));
                lon = Double.parseDouble(xml.getAttributeValue(null, "lon"));
                time = null;
            }
            case "time" -> time = xml.getElementText();
            default -> {}
        }
    }

    private void end(String name) {
        switch (name) {
            case "trkpt", "rtept" -> points.add(new Track.Point(time == null ? next() : Times.second(time), lat, lon));
            case "trkseg", "rte" -> {
                tracks.add(points);
                points = new ArrayList<>();
            }
            default -> {}
        }
    }

    private double next() {
        if (points.isEmpty()) {
            return 0;
        }
        var before = points.get(points.size() - 1);
        var east = (lon - before.lon()) * Math.cos(Math.toRadians(lat));
        return before.second() + Math.hypot(lat - before.lat(), east) * METRES_PER_DEGREE / METRES_PER_SECOND;
    }
}
