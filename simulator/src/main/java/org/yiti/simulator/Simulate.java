package org.yiti.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.yiti.simulator.meter.HttpCarrier;
import org.yiti.simulator.meter.Meters;
import org.yiti.simulator.meter.MqttCarrier;
import org.yiti.simulator.terminal.Codes;
import org.yiti.simulator.terminal.Fleet;
import org.yiti.simulator.track.Town;
import org.yiti.simulator.track.Track;
import org.yiti.simulator.track.TrackFiles;

/** {@code make simulate}: terminals and meters that report to a house until Ctrl-C. */
public final class Simulate {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int TRACKS = 50;
    private static final int CROSSINGS = 90;
    private static final int KNOCK_MILLIS = 5_000;
    private static final int AT_THE_DOOR = 32;
    private static final double[] NOWHERE = {30.25, 120.16};
    private static final long PATIENCE_MILLIS = 15_000;

    private final Settings settings;
    private final House house;
    private final Statistics statistics = new Statistics();
    private final Journal journal;
    private final Path folder;
    private final SimulatedTime time;
    private final LongSupplier now;

    private Simulate(Settings settings) {
        this.settings = settings;
        this.house = new House(URI.create(settings.text("HOUSE")), settings.named("TOKEN"));
        this.folder = Path.of(settings.text("KEEP"));
        this.journal = Journal.in(folder.resolve("journal.tsv"));
        this.time = settings.time(present());
        var begun = System.nanoTime();
        this.now = () -> time.after(System.nanoTime() - begun, present());
    }

    private static long present() {
        return System.currentTimeMillis() / 1000;
    }

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("HELP=")) {
            OUT.print(Settings.words());
            System.exit(0);
        }
        try {
            new Simulate(new Settings(arguments)).run();
        } catch (IllegalArgumentException | IOException no) {
            System.err.println(no.getMessage());
            System.exit(2);
        }
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        var inventory = new Inventory(settings, house);
        var devices = inventory.terminals(settings.number("TERMINALS"));
        var registered = inventory.meters(settings.number("METERS"));
        if (devices.isEmpty() && registered.isEmpty()) {
            throw new IllegalArgumentException("The inventory holds neither terminals nor meters");
        }
        var fleet = devices.isEmpty() ? null : fleet();
        var meters = registered.isEmpty() ? null : meters(registered);
        OUT.printf(
                "%d terminals, %d meters; journal %s%n",
                devices.size(), registered.size(), folder.resolve("journal.tsv"));
        if (fleet != null) {
            fleet.start(devices, tracks(inventory));
        }
        if (meters != null) {
            meters.start();
        }
        untilStopped(fleet, meters);
    }

    private Fleet fleet() throws IOException {
        var gateway = gateway();
        var behaviour = new Fleet.Behaviour(
                settings.number("SEED"),
                settings.shares(),
                time.from(),
                Math.max(1, settings.number("INTERVAL")),
                settings.number("SKEW"),
                Math.min(10, Math.max(1, settings.number("BATCH"))),
                Math.max(1, settings.number("WINDOW")),
                AT_THE_DOOR);
        var surroundings = new Fleet.Surroundings(
                Codes.in(folder.resolve("codes.tsv")),
                journal,
                statistics,
                now,
                (device, result) -> OUT.printf("%nTerminal %s may not register: result %d%n", device.phone(), result));
        return new Fleet(gateway, behaviour, surroundings);
    }

    /** Where terminals call. That nobody is there is told at once: they would try for ever. */
    private InetSocketAddress gateway() throws IOException {
        var text = settings.text("GATEWAY");
        var place = text.split(":", 2);
        if (place.length < 2 || !place[1].matches("\\d{1,5}")) {
            throw new IllegalArgumentException("GATEWAY is host:port, and not " + text);
        }
        var gateway = new InetSocketAddress(place[0], Integer.parseInt(place[1]));
        try (var knock = new Socket()) {
            knock.connect(gateway, KNOCK_MILLIS);
        } catch (IOException nobody) {
            throw new IOException(
                    "No terminals are taken at " + text + " (GATEWAY): start the server with YITI_JT808_PORT="
                            + place[1] + ", or leave terminals out (TERMINALS=0)",
                    nobody);
        }
        return gateway;
    }

    private List<Track> tracks(Inventory inventory) throws IOException, InterruptedException {
        var files = settings.named("TRACKS");
        if (files.isPresent()) {
            return TrackFiles.read(Path.of(files.get()));
        }
        var said = settings.place("TOWN");
        var middle = (said.isPresent() ? said : inventory.middle()).orElse(NOWHERE);
        var random = new SplittableRandom(settings.number("SEED"));
        var town = new Town(middle[0], middle[1], settings.number("SEED"));
        var tracks = new ArrayList<Track>();
        for (var i = 0; i < Math.min(TRACKS, settings.number("TERMINALS")); i++) {
            tracks.add(town.drive(CROSSINGS, random));
        }
        return tracks;
    }

    private Meters meters(List<org.yiti.simulator.meter.Meter> registered) throws IOException, InterruptedException {
        var complain = (java.util.function.Consumer<String>) words -> OUT.printf("%nReadings refused: %s%n", words);
        var name = settings.text("NAME");
        var broker = settings.named("MQTT");
        if (broker.isEmpty()) {
            house.enter();
        }
        var carrier = broker.isPresent()
                ? new MqttCarrier(URI.create(broker.get()), name, complain)
                : new HttpCarrier(house, complain);
        var behaviour = new Meters.Behaviour(
                settings.number("SEED"),
                settings.shares(),
                time.from(),
                Math.max(1, settings.number("METER_INTERVAL")),
                settings.number("SKEW"),
                name);
        return new Meters(
                behaviour,
                new Meters.Surroundings(carrier, journal, statistics, now),
                registered,
                settings.named("CURVES").map(Path::of).orElse(null));
    }

    private void untilStopped(@Nullable Fleet fleet, @Nullable Meters meters) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.countDown();
            try {
                done.await(PATIENCE_MILLIS * 3, TimeUnit.MILLISECONDS);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }));
        var status = new StatusLine(OUT, statistics, journal);
        var until = settings.number("FOR");
        for (var second = 0; until == 0 || second < until; second++) {
            if (stopped.await(1, TimeUnit.SECONDS)) {
                break;
            }
            status.tell(false);
        }
        var quiet = (fleet == null || fleet.stop(PATIENCE_MILLIS)) & (meters == null || meters.stop(PATIENCE_MILLIS));
        status.tell(true);
        OUT.println(quiet ? "Everything told is acknowledged." : "Not everything told was acknowledged in time.");
        journal.close();
        done.countDown();
    }
}
