package org.yiti.simulator.terminal;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.yiti.simulator.Journal;
import org.yiti.simulator.Statistics;
import org.yiti.simulator.mishap.Mishaps;
import org.yiti.simulator.mishap.Shares;
import org.yiti.simulator.track.Track;

/** All terminals of a run. */
public final class Fleet {

    private static final int TICK_MILLIS = 100;
    private static final int MOST_ODOMETER_METRES = 150_000_000;

    /**
     * How they behave.
     *
     * @param seed the same seed drives, and fails, in the same way
     * @param from second of the epoch at which the first sets out; the others follow within an interval
     * @param interval seconds between two reports of one
     * @param skew a clock is at most so many seconds off, either way
     * @param batch reports in one message (0x0704 where it is more than one)
     * @param window messages of one that may wait for an acknowledgement
     * @param atTheDoor how many connect and authenticate at a time
     */
    public record Behaviour(
            long seed, Shares shares, long from, int interval, int skew, int batch, int window, int atTheDoor) {}

    /**
     * What they share.
     *
     * @param now second of the epoch up to which is told; as large as can be for as fast as can be
     * @param refused told of terminals that may not register, with the result of message 0x8100
     */
    public record Surroundings(
            Codes codes,
            Journal journal,
            Statistics statistics,
            LongSupplier now,
            BiConsumer<Device, Integer> refused) {}

    private final InetSocketAddress gateway;
    private final Behaviour behaviour;
    private final Surroundings with;
    private final Turnstile turnstile;
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2), NioIoHandler.newFactory());
    private final Map<EventLoop, List<Terminal>> terminals = new IdentityHashMap<>();

    public Fleet(InetSocketAddress gateway, Behaviour behaviour, Surroundings with) {
        this.gateway = gateway;
        this.behaviour = behaviour;
        this.with = with;
        this.turnstile = new Turnstile(behaviour.atTheDoor());
    }

    /** @param tracks shared among them, each at another point of it */
    public void start(List<Device> devices, List<Track> tracks) {
        for (var i = 0; i < devices.size(); i++) {
            var random = new SplittableRandom(behaviour.seed() * 1_000_003 + i);
            var loop = loops.next();
            var driver = new Driver(
                    tracks.get(i % tracks.size()),
                    behaviour.from() + random.nextInt(behaviour.interval()),
                    behaviour.interval(),
                    behaviour.skew() == 0 ? 0 : random.nextInt(-behaviour.skew(), behaviour.skew() + 1),
                    random.nextInt(MOST_ODOMETER_METRES));
            var mishaps = new Mishaps<Pending>(random.nextLong(), behaviour.shares());
            var terminal = new Terminal(devices.get(i), driver, mishaps, this, loop);
            terminals.computeIfAbsent(loop, l -> new ArrayList<>()).add(terminal);
        }
        terminals.forEach((loop, its) -> {
            its.forEach(Terminal::connect);
            loop.scheduleWithFixedDelay(
                    () -> its.forEach(Terminal::go), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    /**
     * Tells nothing new, and waits for what has been told.
     *
     * @return whether everything was acknowledged in time
     */
    public boolean stop(long patienceMillis) throws InterruptedException {
        terminals.forEach((loop, its) -> loop.execute(() -> its.forEach(Terminal::end)));
        var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        var quiet = false;
        while (!quiet && System.nanoTime() < until) {
            Thread.sleep(TICK_MILLIS);
            quiet = isQuiet();
        }
        terminals.forEach((loop, its) -> loop.execute(() -> its.forEach(Terminal::close)));
        loops.shutdownGracefully(200, 3000, TimeUnit.MILLISECONDS).await(5, TimeUnit.SECONDS);
        return quiet;
    }

    /** Everything that is due, and not held back by a mishap, is told and acknowledged. */
    public boolean isQuiet() throws InterruptedException {
        for (var entry : terminals.entrySet()) {
            var quiet = entry.getKey().submit(() -> entry.getValue().stream().allMatch(Terminal::isQuiet));
            if (!quiet.await(1, TimeUnit.SECONDS) || !quiet.getNow()) {
                return false;
            }
        }
        return true;
    }

    void acknowledged(Device device, Pending pending) {
        var report = pending.report();
        with.statistics().acknowledged.increment();
        with.journal()
                .note(
                        "position",
                        device.phone(),
                        report.second(),
                        report.fix().lat(),
                        report.fix().lon(),
                        report.odometer());
    }

    void refused(Device device, int result) {
        with.statistics().refused.increment();
        with.refused().accept(device, result);
    }

    InetSocketAddress gateway() {
        return gateway;
    }

    Codes codes() {
        return with.codes();
    }

    Statistics statistics() {
        return with.statistics();
    }

    Turnstile turnstile() {
        return turnstile;
    }

    long now() {
        return with.now().getAsLong();
    }

    int batch() {
        return behaviour.batch();
    }

    int window() {
        return behaviour.window();
    }

    /** How long one more waits, so that not all come back at once. */
    int chance(int millis) {
        return ThreadLocalRandom.current().nextInt(millis);
    }
}
