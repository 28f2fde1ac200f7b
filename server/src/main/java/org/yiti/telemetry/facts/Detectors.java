package org.yiti.telemetry.facts;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

/**
 * What every terminal's positions are told to. Which speeds are looked at the law says ({@code speed-cap}); others make
 * another detector, and everything is folded anew.
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

        static Kit of(List<BigDecimal> limits) {
            var detector = VehicleDetectors.all(
                    SETTINGS,
                    limits.stream()
                            .map(kmh -> SpeedLimit.everywhere(kmh.toPlainString(), kmh.doubleValue()))
                            .toList());
            return new Kit(detector.name() + " " + detector.version(), detector);
        }

        Timeline<Position, ?> start(int terminal) {
            return Timeline.start(new Positions(CLEANING), detector, WINDOW, "terminal " + terminal);
        }

        Timeline<Position, ?> from(Checkpoint checkpoint) {
            return Timeline.from(new Positions(CLEANING), detector, WINDOW, checkpoint);
        }
    }

    private final JdbcClient database;
    private volatile Kit kit = Kit.of(List.of());

    Detectors(JdbcClient database) {
        this.database = database;
    }

    Kit kit() {
        return kit;
    }

    /** @return whether it is another now */
    boolean askTheLaw() {
        var known = database.sql("select to_regclass('facts.speed_cap') is not null")
                .query(Boolean.class)
                .single();
        var limits = known
                ? database.sql("select distinct trim_scale(value) from facts.speed_cap order by 1")
                        .query(BigDecimal.class)
                        .list()
                : List.<BigDecimal>of();
        var asked = Kit.of(limits);
        var other = !asked.name().equals(kit.name());
        if (other) {
            kit = asked;
        }
        return other;
    }
}
