package org.yiti.simulator.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.meters.json.MeterReading;
import org.yiti.meters.json.ReadingBatch;
import org.yiti.simulator.Journal;
import org.yiti.simulator.Statistics;
import org.yiti.simulator.mishap.Shares;

class MetersTest {

    private static final long FROM = 1_795_824_000;
    private static final int METERS = 20;
    private static final int TIMES = 24;

    @TempDir
    private Path folder;

    /** Takes every third batch without saying so. */
    private static final class Forgetful implements Carrier {
        private Set<Integer> refuses = Set.of();
        private final AtomicInteger count = new AtomicInteger();
        private final List<MeterReading> stored = new CopyOnWriteArrayList<>();

        @Override
        public CompletableFuture<Outcome> bring(ReadingBatch batch) {
            stored.addAll(ReadingBatch.parse(batch.json()).readings());
            var stored = new Outcome(true, true, refuses);
            return CompletableFuture.completedFuture(count.incrementAndGet() % 3 == 0 ? Outcome.UNKNOWN : stored);
        }

        @Override
        public void close() {}
    }

    private Forgetful read(Shares shares) throws IOException, InterruptedException {
        return read(shares, new Forgetful());
    }

    private Forgetful read(Shares shares, Forgetful carrier) throws IOException, InterruptedException {
        var statistics = new Statistics();
        var last = new AtomicInteger();
        try (var journal = Journal.in(folder.resolve("journal.tsv"))) {
            var meters = new Meters(
                    new Meters.Behaviour(3, shares, FROM, 900, 0, "gw"),
                    new Meters.Surroundings(carrier, journal, statistics, () -> {
                        last.incrementAndGet();
                        return FROM + (TIMES - 1) * 900L;
                    }),
                    IntStream.range(0, METERS)
                            .mapToObj(i -> new Meter("M-" + i, "kWh", 12, 2))
                            .toList(),
                    null);
            meters.start();
            while (last.get() < TIMES + 1) {
                Thread.sleep(10);
            }
            assertThat(meters.stop(60_000)).isTrue();
        }
        return carrier;
    }

    private List<String> journal() throws IOException {
        return Files.readAllLines(folder.resolve("journal.tsv"));
    }

    @Test
    void whatIsNotAcknowledgedIsBroughtAgainAndJournaledOnce() throws IOException, InterruptedException {
        var carrier = read(Shares.NONE);

        assertThat(journal()).hasSize(METERS * TIMES).doesNotHaveDuplicates();
        assertThat(carrier.stored).hasSizeGreaterThan(METERS * TIMES);
    }

    @Test
    void whatIsToldTwiceIsJournaledOnce() throws IOException, InterruptedException {
        read(new Shares(0, 0.5, 0.1, 0.1, 0));

        assertThat(journal()).hasSize(METERS * TIMES).doesNotHaveDuplicates();
    }

    @Test
    void whatOfABatchIsRefusedIsNotJournaled() throws IOException, InterruptedException {
        var carrier = new Forgetful();
        carrier.refuses = Set.of(0, 2);
        read(Shares.NONE, carrier);

        assertThat(journal())
                .hasSize((METERS - 2) * TIMES)
                .noneMatch(line -> line.contains("M-0\t") || line.contains("M-2\t"));
    }

    @Test
    void registersNeverFall() throws IOException, InterruptedException {
        var registers = new HashMap<String, List<MeterReading>>();
        read(Shares.NONE)
                .stored
                .forEach(reading -> registers
                        .computeIfAbsent(reading.meter(), meter -> new ArrayList<>())
                        .add(reading));

        assertThat(registers).hasSize(METERS);
        registers
                .values()
                .forEach(its -> assertThat(its)
                        .isSortedAccordingTo(java.util.Comparator.comparing(MeterReading::time)
                                .thenComparing(MeterReading::value))
                        .extracting(MeterReading::value)
                        .isSorted());
    }

    @Test
    void curvesOfFilesAreRepeatedForAsLongAsTheMeterRuns() throws IOException {
        var file = folder.resolve("curves.csv");
        Files.writeString(
                file, "timestamp,a,b\n2016-01-01 00:00:00,1,10\n2016-01-01 01:00:00,3,\n2016-01-01 02:00:00,2,5\n");
        var curves = Curve.read(file);

        assertThat(curves).hasSize(2);
        assertThat(curves.get(0).used(3_600)).isEqualTo(1);
        assertThat(curves.get(0).used(5_400)).isEqualTo(2.5);
        assertThat(curves.get(0).used(3 * 3_600 * 5)).isEqualTo(30);
        assertThat(curves.get(1).used(3 * 3_600)).isEqualTo(15);
    }

    @Test
    void aRegisterShowsNoMoreDecimalsThanItHasAndRollsOver() {
        var meter = new Meter("M", "kWh", 5, 2);

        assertThat(meter.shows(12.3456)).isEqualByComparingTo("12.34");
        assertThat(meter.shows(12.3456).scale()).isEqualTo(2);
        assertThat(meter.shows(1_012.5)).isEqualByComparingTo("12.50");
    }

    @Test
    void aMeterGoesOnFromWhatItShowedLast() {
        var week = java.util.Collections.nCopies(168, 2.0);
        var meter = new Meter("M", "kWh", 6, 2, week, new Meter.Shown(FROM, new java.math.BigDecimal("9999.50")));
        var curve = Curve.of(meter, 1);

        assertThat(meter.showsAt(FROM, curve)).isEqualByComparingTo("9999.50");
        assertThat(meter.showsAt(FROM + 900, curve)).isEqualByComparingTo("0");
        assertThat(meter.showsAt(FROM + 3_600, curve)).isEqualByComparingTo("1.50");
        assertThat(meter.showsAt(FROM - 3_600, curve)).isEqualByComparingTo("9997.50");
    }
}
