package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.calendar.WorkCalendar;

/**
 * A city that does not exist, the same for the same seed: its ledgers as workbooks would bring them, in the order they load,
 * the hourly readings of its meters, and the manifest of what was planted against the law.
 */
public final class Demonstration {
    private final long seed;
    private final Scale scale;
    private final LocalDate asOf;
    private final boolean planted;
    private final IntRange numbers;
    private final WorkCalendar calendar = WorkCalendar.ofStandards();
    private @Nullable City held;
    private int heldNumber = -1;

    private record IntRange(int from, int to) {}

    private Demonstration(long seed, Scale scale, LocalDate asOf, boolean planted, IntRange numbers) {
        this.seed = seed;
        this.scale = scale;
        this.asOf = asOf;
        this.planted = planted;
        this.numbers = numbers;
    }

    /** The world on a day, with twelve months of journeys and readings before it. */
    public static Demonstration of(long seed, Scale scale, LocalDate asOf) {
        return new Demonstration(seed, scale, asOf, true, new IntRange(0, scale.cities));
    }

    /** The same world before anything was planted: what a sweep must find nothing in. */
    public Demonstration clean() {
        return new Demonstration(seed, scale, asOf, false, numbers);
    }

    /** One city of the world by itself: a province is loaded city by city, so that each is drawn once and no transaction holds them all. */
    public Demonstration cityAlone(int number) {
        return new Demonstration(seed, scale, asOf, planted, new IntRange(number, number + 1));
    }

    public List<Sheet> sheets() {
        return new LedgerSheets(this::cities).sheets();
    }

    /** Codes of the meters that are read by the hour. */
    public List<String> meters() {
        return cities().flatMap(city -> city.energy().dials.keySet().stream()).toList();
    }

    public int readingsOfAMeter() {
        return scale.readingDays * 24;
    }

    /** Hourly readings up to the end of the day before, meter by meter: a year of them in a city. */
    public Stream<Reading> readings() {
        return readings(meters());
    }

    public Stream<Reading> readings(List<String> meters) {
        return cities().flatMap(city -> {
            var dials = new LinkedHashMap<>(city.energy().dials);
            dials.keySet().retainAll(meters);
            return dials.entrySet().stream()
                    .flatMap(dial -> asOf.minusDays(scale.readingDays)
                            .datesUntil(asOf)
                            .flatMap(day -> hours(dial.getKey(), dial.getValue(), day)));
        });
    }

    private static Stream<Reading> hours(String meter, Energy.Dial dial, LocalDate day) {
        double[] hours = dial.of(day);
        return IntStream.range(0, hours.length)
                .filter(h -> !Double.isNaN(hours[h]))
                .mapToObj(h -> new Reading(meter, day.atTime(h, 0), hours[h]));
    }

    /** What the terminals of some vehicles said since the month before, up to the evening of the day. */
    public Stream<Sighting> sightings() {
        return cities().flatMap(city -> city.tracks.stream().flatMap(track -> Tracing.of(city, track).stream()));
    }

    public Manifest manifest() {
        return cities().map(City::manifest).reduce(Manifest.EMPTY, Manifest::and);
    }

    private Stream<City> cities() {
        return IntStream.range(numbers.from(), numbers.to()).mapToObj(this::city);
    }

    private synchronized City city(int number) {
        City known = held;
        if (known == null || heldNumber != number) {
            known = new City(seed, scale, asOf, calendar, number, planted);
            held = known;
            heldNumber = number;
        }
        return known;
    }
}
