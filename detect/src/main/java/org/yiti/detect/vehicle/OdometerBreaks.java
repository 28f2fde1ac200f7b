package org.yiti.detect.vehicle;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.yiti.detect.ByteSink;
import org.yiti.detect.ByteSource;
import org.yiti.detect.Detector;
import org.yiti.detect.Fact;

/** An odometer that went back, or on by more than can have been driven ({@code vehicle.odometer}), confirmed by the next reading. */
public final class OdometerBreaks implements Detector<Motion, Boolean> {

    @Override
    public String name() {
        return "vehicle.odometer";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Boolean start(String key) {
        return false;
    }

    @Override
    public Boolean next(Boolean state, Motion motion, Consumer<Fact> settled) {
        var step = motion.odometer;
        if (step.broken != Odometer.Break.NONE) {
            var about = step.broken.name().toLowerCase(Locale.ROOT).replace('_', '-');
            settled.accept(Fact.settled(
                    "vehicle.odometer",
                    about,
                    motion.at,
                    motion.at,
                    motion.at,
                    Map.of("before_km", step.before, "after_km", step.after)));
        }
        return state;
    }

    @Override
    public void write(Boolean state, ByteSink to) {}

    @Override
    public Boolean read(ByteSource from) {
        return false;
    }
}
