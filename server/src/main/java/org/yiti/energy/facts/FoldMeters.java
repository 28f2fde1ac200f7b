package org.yiti.energy.facts;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Crew;

/** Makes facts of the hours of meters soon after they are known. Several servers take meters in turns by row locks; none leads. */
@Component
@EnableConfigurationProperties(MeterFactSettings.class)
class FoldMeters extends Crew<UUID> {

    private final MeterFactSettings settings;
    private final MeterDue due;
    private final FoldMeter fold;
    private final MeterKit kit;
    private final Clock clock;

    FoldMeters(MeterFactSettings settings, MeterDue due, FoldMeter fold, MeterKit kit, Clock clock) {
        super("energy-facts", settings.threads(), clock);
        this.settings = settings;
        this.due = due;
        this.fold = fold;
        this.kit = kit;
        this.clock = clock;
    }

    /** Nobody knows what was folded by another version while this server was not there. */
    @Override
    protected void lookAround(boolean first) {
        if (first) {
            due.addThoseOfOthers(kit.name());
        }
        due.addSilent(clock.instant());
    }

    @Override
    protected List<UUID> waiting(int thread, int threads, List<UUID> resting) {
        return due.waiting(thread, threads, resting);
    }

    @Override
    protected void take(UUID meter) {
        fold.fold(meter);
    }

    @Override
    protected void pause(long mark) throws InterruptedException {
        Thread.sleep(settings.pause().toMillis());
    }
}
