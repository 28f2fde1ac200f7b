package org.yiti.simulator.meter;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.json.MeterReading;
import org.yiti.meters.json.ReadingBatch;
import org.yiti.simulator.Journal;
import org.yiti.simulator.Statistics;
import org.yiti.simulator.mishap.Mishaps;
import org.yiti.simulator.mishap.Shares;
import org.yiti.simulator.mishap.Step;

/** All meters of a run, read by one gateway and brought in batches. */
public final class Meters {

    private static final int MOST_IN_BATCH = 1_000;
    private static final int MOST_WAITING = 200;
    private static final int TICK_MILLIS = 200;
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    /**
     * How they behave.
     *
     * @param from second of the epoch of the first reading
     * @param interval seconds between two readings
     * @param skew seconds by which the gateway's clock is ahead
     * @param gateway its name
     */
    public record Behaviour(long seed, Shares shares, long from, int interval, int skew, String gateway) {}

    /** What is between the meters and the house. */
    public record Surroundings(Carrier carrier, Journal journal, Statistics statistics, LongSupplier now) {}

    private record Read(Meter meter, long second, BigDecimal register, AtomicBoolean acknowledged) {}

    private final Behaviour behaviour;
    private final Surroundings with;
    private final List<Meter> meters;
    private final List<Curve> curves;
    private final List<Mishaps<Read>> mishaps;
    private final ScheduledExecutorService clerk = Executors.newSingleThreadScheduledExecutor();
    private final Deque<List<Read>> waiting = new ConcurrentLinkedDeque<>();
    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private long due;
    private long batches;
    private volatile boolean underWay;
    private volatile boolean ending;

    /** @param file curves; where there is none each goes on as it did, or is an office that does not exist */
    public Meters(Behaviour behaviour, Surroundings with, List<Meter> meters, @Nullable Path file) throws IOException {
        this.behaviour = behaviour;
        this.with = with;
        this.meters = meters;
        this.due = Math.floorDiv(behaviour.from(), behaviour.interval()) * behaviour.interval();
        var read = file == null ? List.<Curve>of() : Curve.read(file);
        this.curves = IntStream.range(0, meters.size())
                .mapToObj(
                        i -> read.isEmpty() ? Curve.of(meters.get(i), behaviour.seed() + i) : read.get(i % read.size()))
                .toList();
        this.mishaps = IntStream.range(0, meters.size())
                .mapToObj(i -> new Mishaps<Read>(behaviour.seed() * 31 + i, behaviour.shares()))
                .toList();
    }

    public void start() {
        clerk.scheduleWithFixedDelay(this::go, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void go() {
        while (!ending && due <= with.now().getAsLong() && waiting.size() < MOST_WAITING) {
            read(due);
            due += behaviour.interval();
        }
        if (!underWay && !waiting.isEmpty()) {
            bring(waiting.peek());
        }
    }

    private void read(long second) {
        var told = new ArrayList<Read>();
        for (var i = 0; i < meters.size(); i++) {
            var register = meters.get(i).showsAt(second, curves.get(i));
            var read = new Read(meters.get(i), second + behaviour.skew(), register, new AtomicBoolean());
            for (var step : mishaps.get(i).tell(read)) {
                take(told, step);
            }
        }
        enqueue(told);
    }

    /** There is no connection to break between two requests. */
    private static void take(List<Read> told, Step<Read> step) {
        if (step instanceof Step.Tell<Read> tell) {
            told.addAll(tell.told());
        }
    }

    private void enqueue(List<Read> told) {
        for (var from = 0; from < told.size(); from += MOST_IN_BATCH) {
            waiting.add(List.copyOf(told.subList(from, Math.min(told.size(), from + MOST_IN_BATCH))));
        }
    }

    private void bring(List<Read> reads) {
        underWay = true;
        var begun = System.nanoTime();
        with.statistics().told.add(reads.size());
        with.carrier()
                .bring(batch(reads))
                .whenCompleteAsync(
                        (outcome, failure) -> {
                            underWay = false;
                            if (outcome != null && outcome.isSettled()) {
                                settle(reads, outcome, System.nanoTime() - begun);
                                go();
                            }
                        },
                        clerk);
    }

    private void settle(List<Read> reads, Carrier.Outcome outcome, long nanos) {
        waiting.remove();
        batches++;
        if (outcome.isStored()) {
            with.statistics().acknowledgedAfter(nanos);
        }
        for (var i = 0; i < reads.size(); i++) {
            if (outcome.isStored() && !outcome.refused().contains(i)) {
                stored(reads.get(i));
            } else {
                with.statistics().refused.increment();
            }
        }
    }

    private void stored(Read read) {
        if (read.acknowledged().compareAndSet(false, true)) {
            with.statistics().acknowledged.increment();
            with.journal().note("reading", read.meter().code(), read.second(), read.register());
        }
    }

    private ReadingBatch batch(List<Read> reads) {
        var readings = reads.stream()
                .map(read -> new MeterReading(
                        read.meter().code(),
                        MeterReading.TOTAL,
                        null,
                        Instant.ofEpochSecond(read.second()).atOffset(CHINA),
                        read.register(),
                        read.meter().unit(),
                        MeterReading.Quality.GOOD,
                        null))
                .toList();
        var sent =
                Instant.ofEpochSecond(with.now().getAsLong() + behaviour.skew()).atOffset(CHINA);
        return new ReadingBatch(behaviour.gateway() + "-" + run + "-" + batches, behaviour.gateway(), sent, readings);
    }

    /** @return whether everything was acknowledged in time */
    public boolean stop(long patienceMillis) throws InterruptedException {
        ending = true;
        clerk.execute(() -> {
            var told = new ArrayList<Read>();
            mishaps.forEach(one -> one.end().forEach(step -> take(told, step)));
            enqueue(told);
        });
        var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        while (!waiting.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(TICK_MILLIS);
        }
        var quiet = waiting.isEmpty();
        clerk.shutdownNow();
        with.carrier().close();
        return quiet;
    }
}
