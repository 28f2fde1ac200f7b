package org.yiti.detect.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yiti.detect.Fact;
import org.yiti.detect.geo.Line;

/** What comes out of tracks nobody made for us. */
class RealTracksTest {

    private static final Cleaning<Object[]> ALL = VehicleDetectors.all(VehicleSettings.DEFAULTS);

    /** A run of the line from one end to the other; the others begin or end under way. */
    private static final String WHOLE = "4733/1099";

    @Test
    void peopleInBeijingStopWhereTheyStayedAndTheirTripsDoNotReachAcrossSilences() {
        var trips = new ArrayList<List<Long>>();
        Tracks.beijing().forEach((name, track) -> {
            var found = Drive.facts(track, ALL, "vehicle.trip");
            trips.add(found.stream()
                    .map(trip -> (trip.end() - trip.start()) / 60_000)
                    .toList());
            for (var silence : Drive.facts(track, ALL, "vehicle.silence")) {
                assertThat(found)
                        .filteredOn(trip -> trip.start() < silence.start() && trip.end() > silence.end())
                        .allSatisfy(trip -> assertThat(silence.number("hours")).isLessThan(1));
            }
        });
        assertThat(trips)
                .containsExactly(
                        List.of(14L, 9L), List.of(13L, 49L, 12L), List.of(76L), List.of(84L), List.of(56L, 10L, 60L));
    }

    @Test
    void kilometresAreWithinTwoPercentOfTheWayFromPlaceToPlace() {
        var clean = new TreeMap<String, List<Position>>(Tracks.buses());
        clean.put("Beijing by car", Tracks.beijing().get("2"));
        clean.put("GraphHopper 1", Tracks.gpx("tour-with-loop.gpx"));
        clean.put("GraphHopper 2", Tracks.gpx("another-tour-with-loop.gpx"));
        clean.forEach((name, track) -> {
            var sum = Drive.facts(track, ALL, "vehicle.day").stream()
                    .mapToDouble(day -> day.number("km"))
                    .sum();
            // On a run of a few hundred metres at a walk, what trembles is more than what drives.
            if (Tracks.kilometres(track) > 5 || name.startsWith("Graph")) {
                assertThat(sum).as(name).isCloseTo(Tracks.kilometres(track), withinPercentage(2));
            }
        });
    }

    private static List<Fact> offRoute(List<Position> track) {
        var whole = Tracks.buses().get(WHOLE);
        var line = new Line(
                whole.stream().mapToDouble(p -> p.latitude() / 1e6).toArray(),
                whole.stream().mapToDouble(p -> p.longitude() / 1e6).toArray());
        var route = new Route("14", line, 100, 0, Long.MAX_VALUE);
        return Drive.facts(
                track,
                VehicleDetectors.offRoute(VehicleSettings.DEFAULTS, RouteSettings.DEFAULTS, route),
                "vehicle.off-route");
    }

    @Test
    void theOneBusThatWentAnotherWayIsFoundAndNoOther() {
        var found = new ArrayList<String>();
        Tracks.buses().forEach((run, track) -> offRoute(track).forEach(fact -> found.add(run)));
        assertThat(found).containsExactly("4722/1103");
    }

    @Test
    void aDetourOfAKilometrePutIntoEachRunIsFoundOnceWhereItIs() {
        Tracks.buses().forEach((run, track) -> {
            var from = track.size() * 2 / 5;
            var to = track.size() * 3 / 5;
            if (run.equals("4722/1103") || track.get(to).at() - track.get(from).at() < 5 * 60_000) {
                return;
            }
            var detour = new ArrayList<Position>();
            for (var i = 0; i < track.size(); i++) {
                var p = track.get(i);
                var east = i < from || i > to ? 0 : 16_000;
                detour.add(
                        new Position(p.at(), p.received(), p.latitude(), p.longitude() + east, p.gauges(), p.status()));
            }
            var facts = offRoute(detour);
            assertThat(facts).as(run).hasSize(1);
            assertThat(facts.get(0).start())
                    .isBetween(track.get(from).at(), track.get(from).at() + 120_000);
            assertThat(facts.get(0).end())
                    .isBetween(track.get(to).at() - 120_000, track.get(to).at());
        });
    }
}
