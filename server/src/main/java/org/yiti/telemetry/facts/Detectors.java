package org.yiti.telemetry.facts;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.detect.Checkpoint;
import org.yiti.detect.Detector;
import org.yiti.detect.Timeline;
import org.yiti.detect.Window;
import org.yiti.detect.vehicle.CleaningSettings;
import org.yiti.detect.vehicle.Position;
import org.yiti.detect.vehicle.Positions;
import org.yiti.detect.vehicle.SpeedLimit;
import org.yiti.detect.vehicle.VehicleDetectors;
import org.yiti.detect.vehicle.VehicleSettings;
import org.yiti.telemetry.TankSizes;

/**
 * What each terminal's positions are told to. Which speeds are looked at the law says ({@code speed-cap}); how large the
 * tank is, in which fences it may come and which ways it is to keep to, is of the terminal. Whatever is other makes another detector, and what it
 * concerns is folded anew.
 */
@Component
class Detectors {

    /** No terminal spoke before; what says so stands when it was received. As the store of positions has it. */
    static final Instant EARLIEST = Instant.parse("2011-01-01T00:00:00Z");

    static final Duration AHEAD = CleaningSettings.DEFAULTS.ahead();

    private static final CleaningSettings CLEANING = new CleaningSettings(
            EARLIEST,
            AHEAD,
            CleaningSettings.DEFAULTS.fastest(),
            CleaningSettings.DEFAULTS.error(),
            CleaningSettings.DEFAULTS.believed(),
            CleaningSettings.DEFAULTS.gap());

    private static final VehicleSettings SETTINGS = new VehicleSettings(
            CLEANING,
            VehicleSettings.DEFAULTS.trips(),
            VehicleSettings.DEFAULTS.fuel(),
            VehicleSettings.DEFAULTS.silence(),
            VehicleSettings.DEFAULTS.nights());

    /** Later ones are folded again from the positions, which we have: what is in hand stays small. */
    private static final Window WINDOW = new Window(Duration.ofHours(6), Duration.ofHours(1));

    /** @param name with its version: what was folded by another is folded again */
    record Kit(String name, Detector<Position, ?> detector) {

        static Kit of(List<BigDecimal> limits, Own own) {
            var detector = VehicleDetectors.all(
                    SETTINGS.tank(own.tank()),
                    limits.stream()
                            .map(kmh -> SpeedLimit.everywhere(kmh.toPlainString(), kmh.doubleValue()))
                            .toList(),
                    own.fences().stream().map(Drawn::fence).toList(),
                    own.routes().stream().map(Routed::route).toList());
            var tank = Double.isNaN(own.tank()) ? "" : " " + own.tank() + " L";
            return new Kit(detector.name() + " " + detector.version() + tank, detector);
        }

        Timeline<Position, ?> start(int terminal) {
            return Timeline.start(new Positions(CLEANING), detector, WINDOW, "terminal " + terminal);
        }

        Timeline<Position, ?> from(Checkpoint checkpoint) {
            return Timeline.from(new Positions(CLEANING), detector, WINDOW, checkpoint);
        }
    }

    /** What is of one terminal alone, and of many alike. */
    record Own(double tank, List<Drawn> fences, List<Routed> routes) {
        static final Own NOTHING = new Own(Double.NaN, List.of(), List.of());

        Own with(List<Drawn> others) {
            return new Own(tank, others, routes);
        }

        Own along(List<Routed> others) {
            return new Own(tank, fences, others);
        }
    }

    /** @param kits of terminals of which something is known; all others have the plain one */
    private record All(List<BigDecimal> limits, Map<Integer, Own> own, Kit plain, Map<Integer, Kit> kits) {

        static All of(List<BigDecimal> limits, Map<Integer, Own> own) {
            var made = new HashMap<Own, Kit>();
            var kits = new HashMap<Integer, Kit>();
            own.forEach((terminal, its) -> kits.put(terminal, made.computeIfAbsent(its, one -> Kit.of(limits, one))));
            return new All(limits, own, Kit.of(limits, Own.NOTHING), kits);
        }
    }

    private final JdbcClient database;
    private final Optional<TankSizes> tanks;
    private volatile All all = All.of(List.of(), Map.of());

    Detectors(JdbcClient database, Optional<TankSizes> tanks) {
        this.database = database;
        this.tanks = tanks;
    }

    Kit kit(int terminal) {
        return all.kits().getOrDefault(terminal, all.plain());
    }

    /** Of terminals of which nothing of their own is known. */
    String plainName() {
        return all.plain().name();
    }

    Map<Integer, String> ownNames() {
        var names = new HashMap<Integer, String>();
        all.kits().forEach((terminal, kit) -> names.put(terminal, kit.name()));
        return names;
    }

    /** @return whether any is another now */
    boolean ask() {
        var limits = limits();
        var own = own();
        var other = !limits.equals(all.limits()) || !own.equals(all.own());
        if (other) {
            all = All.of(limits, own);
        }
        return other;
    }

    private List<BigDecimal> limits() {
        var known = database.sql("select to_regclass('facts.speed_cap') is not null")
                .query(Boolean.class)
                .single();
        return known
                ? database.sql("select distinct trim_scale(value) from facts.speed_cap order by 1")
                        .query(BigDecimal.class)
                        .list()
                : List.of();
    }

    private Map<Integer, Own> own() {
        Map<Integer, Own> own = new HashMap<>();
        tanks.map(TankSizes::byTerminal)
                .orElse(Map.of())
                .forEach((terminal, litres) -> own.put(terminal, new Own(litres, List.of(), List.of())));
        Drawn.byTerminal(database)
                .forEach((terminal, fences) -> own.put(
                        terminal, own.getOrDefault(terminal, Own.NOTHING).with(fences)));
        Routed.byTerminal(database)
                .forEach((terminal, routes) -> own.put(
                        terminal, own.getOrDefault(terminal, Own.NOTHING).along(routes)));
        return own;
    }
}
