package org.yiti.demonstration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.kernel.StartWork;
import org.yiti.telemetry.LoadPositions;
import org.yiti.telemetry.ToldPosition;
import org.yiti.workbook.LoadLedgers;

/** Readings by the million, and what terminals saw: some meters at a time, and while those of some are merged, those of others are drawn. */
@Component
class LoadReadings {

    /** How far it is, after every part. */
    interface Progress {
        void at(long rows, long all);
    }

    private static final int ROWS_AT_A_TIME = 150_000;
    private static final int AT_ONCE =
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));
    /** Of JT/T 808: with a fix; with a fix and the ignition on. */
    private static final int FIXED = 2;

    private static final int FIXED_AND_ON = 3;
    private static final List<String> COLUMNS = List.of("meterCode", "at", "amount");

    private final LoadLedgers load;
    private final StartWork start;
    private final LoadPositions positions;
    private final Clock clock;

    LoadReadings(LoadLedgers load, StartWork start, LoadPositions positions, Clock clock) {
        this.load = load;
        this.positions = positions;
        this.start = start;
        this.clock = clock;
    }

    void load(Demonstration city, Progress progress) {
        var meters = city.meters();
        var all = (long) meters.size() * city.readingsOfAMeter();
        var rows = new AtomicLong();
        progress.at(0, all);
        var parts = new ArrayList<Callable<Void>>();
        for (var part : parts(meters, Math.max(1, ROWS_AT_A_TIME / city.readingsOfAMeter()))) {
            parts.add(() -> {
                Acting.as(Account.HOUSE, () -> load(city, part));
                progress.at(rows.addAndGet((long) part.size() * city.readingsOfAMeter()), all);
                return null;
            });
        }
        run(parts);
        // The day is told up to its evening, whatever the hour: what is still to come would be a clock that is wrong.
        var now = clock.instant().getEpochSecond();
        positions.load(city.sightings()
                .filter(sighting -> sighting.second() <= now)
                .peek(sighting -> start.step())
                .map(LoadReadings::told));
    }

    private static ToldPosition told(Sighting s) {
        return new ToldPosition(
                s.phone(),
                s.plate(),
                s.second(),
                s.latitude(),
                s.longitude(),
                s.ignition() ? FIXED_AND_ON : FIXED,
                s.kmh(),
                s.direction(),
                s.odometer(),
                s.litres());
    }

    private static List<List<String>> parts(List<String> meters, int size) {
        var parts = new ArrayList<List<String>>();
        for (var from = 0; from < meters.size(); from += size) {
            parts.add(meters.subList(from, Math.min(meters.size(), from + size)));
        }
        return parts;
    }

    private void load(Demonstration city, List<String> meters) {
        try (var readings = city.readings(meters)) {
            load.load(
                    "energy.reading",
                    COLUMNS,
                    readings.peek(reading -> start.step())
                            .map(reading -> List.of(reading.meterCode(), reading.at(), reading.amount())));
        }
    }

    private static void run(List<Callable<Void>> parts) {
        var workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Void> part : workers.invokeAll(parts)) {
                part.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Loading readings was interrupted", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Readings cannot be loaded", failure.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
